import { excessGap } from '../../shared/fairness/match-list/excess-gap.ts';
import { side } from '../../shared/fairness/match-list/match-list.ts';
import type { AttributeColumn } from '../recommender.ts';
import type { MeasuredPosting } from './measured-posting.ts';
import { changesOf } from './method-row.ts';

/** Excess gap before and after, without a test: for diagnostics and for choosing on the select part. */
export function excessOf(
  postings: readonly MeasuredPosting[],
  attribute: AttributeColumn,
): { before: number; after: number } {
  const labels = { codes: attribute.codes, groupCount: attribute.groups.length };
  const { changes } = changesOf(postings, attribute.name);
  return {
    before: excessGap(side(changes, 'before'), labels),
    after: excessGap(side(changes, 'after'), labels),
  };
}
