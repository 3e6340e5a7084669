import type { Edit } from '../protocol/edit.ts';
import { readingsOf } from './equivalent-forms.ts';

const article = /^an?\s+/iu;

/**
 * Whether an edit exchanges one member of a group for another in the same form and changes nothing else, but perhaps the article
 * before it. Says so of the wording, whatever the edit's source claims.
 */
export function isEquivalentExchange({ before, after }: Pick<Edit, 'before' | 'after'>): boolean {
  return sameGroup(before, after) || sameGroup(before.replace(article, ''), after.replace(article, ''));
}

function sameGroup(before: string, after: string): boolean {
  const possible = readingsOf(after);
  return readingsOf(before).some((one) =>
    possible.some((other) => other.group === one.group && other.form === one.form),
  );
}
