import type { Category } from '../../../../shared/protocol/finding.ts';

/** What is counted of a posting over time; a scanned posting and a row of the report both give it. */
export interface DatedPosting {
  /** Such as `2024-05`; absent when no date is known. */
  readonly month?: string;
  /** Kinds with at least one finding, each once. */
  readonly categories: readonly Category[];
}

export interface MonthOfFindings {
  readonly month: string;
  readonly postings: number;
  /** Postings with at least one finding. */
  readonly withFindings: number;
  /** Postings with at least one finding of the kind, in the order of `FindingsByMonth.categories`. */
  readonly byCategory: readonly number[];
}

export interface FindingsByMonth {
  /** Kinds that were found, in most postings first. */
  readonly categories: readonly Category[];
  /** Months with at least one posting, oldest first. */
  readonly months: readonly MonthOfFindings[];
  /** Postings without a date; they stand in no month. */
  readonly undated: number;
}

/** Counts postings with findings by month and kind. Postings are counted, not findings, so that no long one dominates. */
export function findingsByMonth(postings: readonly DatedPosting[]): FindingsByMonth {
  const dated = postings.flatMap(({ month, categories }) =>
    month === undefined ? [] : [{ month, categories }],
  );
  const categories = commonFirst(dated).map(({ category }) => category);
  return {
    categories,
    months: groupByMonth(dated).map(([month, inMonth]) => ({
      month,
      postings: inMonth.length,
      withFindings: inMonth.filter((posting) => posting.categories.length > 0).length,
      byCategory: categories.map(
        (category) => inMonth.filter((posting) => posting.categories.includes(category)).length,
      ),
    })),
    undated: postings.length - dated.length,
  };
}

function groupByMonth(dated: readonly Required<DatedPosting>[]): [string, readonly DatedPosting[]][] {
  const groups = new Map<string, DatedPosting[]>();
  for (const posting of dated) {
    const group = groups.get(posting.month);
    if (group) group.push(posting);
    else groups.set(posting.month, [posting]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Kinds with the number of postings that have at least one finding of them, most first. */
export function commonFirst(
  postings: readonly DatedPosting[],
): { readonly category: Category; readonly postings: number }[] {
  const counts = new Map<Category, number>();
  for (const category of postings.flatMap((posting) => posting.categories)) {
    counts.set(category, (counts.get(category) ?? 0) + 1);
  }
  return [...counts]
    .map(([category, count]) => ({ category, postings: count }))
    .sort((a, b) => b.postings - a.postings);
}
