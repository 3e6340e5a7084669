import type { Edit } from '../protocol/edit.ts';

/**
 * What a recommender reads and a person does not: characters without a shape (format characters such as a zero-width space,
 * private and unassigned ones), markup and its comments, and space so wide that what follows leaves the page.
 */
const hidden = /[\p{Cf}\p{Co}\p{Cn}]|[^\S\n]{4,}|\n{4,}|<\/?[a-z!][^>]*>?/giu;

/** Whether the edit brings in text that its reader would not see. */
export function addsHiddenText({ before, after }: Pick<Edit, 'before' | 'after'>): boolean {
  return count(after) > count(before);
}

function count(text: string): number {
  return text.match(hidden)?.length ?? 0;
}
