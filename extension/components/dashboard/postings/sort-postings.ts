import type { ScannedPosting } from './scan.ts';

export const sortKeys = ['title', 'score', 'findings', 'questions', 'legal'] as const;
export type SortKey = (typeof sortKeys)[number];
export interface Sorting {
  readonly key: SortKey;
  readonly descending: boolean;
}

/** How many findings a posting has, apart from questions and legal checks. */
export function findingCount({ bySeverity }: ScannedPosting): number {
  return Object.values(bySeverity).reduce((sum, count) => sum + count, 0);
}

const values: Readonly<Record<Exclude<SortKey, 'title'>, (posting: ScannedPosting) => number | undefined>> = {
  score: (posting) => posting.score,
  findings: findingCount,
  questions: (posting) => posting.questions,
  legal: (posting) => posting.legal,
};
const titles = new Intl.Collator('en', { numeric: true });

/** A new list in order; postings without a value come last either way, and equal ones stay in the file's order. */
export function sortPostings(
  postings: readonly ScannedPosting[],
  { key, descending }: Sorting,
): ScannedPosting[] {
  const sign = descending ? -1 : 1;
  if (key === 'title') return postings.toSorted((a, b) => sign * titles.compare(a.title, b.title));
  const valueIn = values[key];
  return postings.toSorted((a, b) => {
    const [left, right] = [valueIn(a), valueIn(b)];
    if (left === undefined || right === undefined)
      return Number(left === undefined) - Number(right === undefined);
    return sign * (left - right);
  });
}
