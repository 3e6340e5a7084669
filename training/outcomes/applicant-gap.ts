import { squaredExcessGap } from '../../shared/fairness/match-list/excess-gap.ts';

/** The qualified pool of a posting: people of known group, and which of them applied. */
export interface Applicants {
  /** Group of each person who meets the requirements, 0 to `groupCount - 1`. */
  readonly groups: Int16Array;
  readonly groupCount: number;
  /** Places in `groups` of those who applied. */
  readonly applied: readonly number[];
}

/**
 * How far those who applied are from those who meet the requirements: `1/2 sum_g (delta_g^2 - v_g)`, the squared excess gap
 * of the match list with equal weights on the applicants. Its mean is zero when groups apply alike, so it may be negative.
 * @returns undefined with no applicant, or when everyone applied: then there is nothing to compare
 */
export function applicantGap({ groups, groupCount, applied }: Applicants): number | undefined {
  if (applied.length === 0 || applied.length >= groups.length) return undefined;
  const weights = new Float64Array(groups.length);
  for (const person of applied) weights[person] = 1 / applied.length;
  const members = Int32Array.from(groups.keys());
  return squaredExcessGap([{ members, weights }], { codes: groups, groupCount });
}
