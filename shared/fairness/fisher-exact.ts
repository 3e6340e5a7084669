import { hypergeometric } from './hypergeometric.ts';
import type { GroupCount } from './selection-rate.ts';

/** Probabilities within this relative distance count as equal, as in R and scipy: rounding must not split a tie. */
const tieTolerance = 1 + 1e-7;

export interface FisherResult {
  /** Two-sided p: the sum of all tables that are at most as likely as the one seen. In (0, 1]. */
  readonly p: number;
  /** The same with half the weight of the tables exactly as likely as the one seen: less conservative. */
  readonly midP: number;
}

/**
 * Fisher's exact test that two groups have the same selection rate, both margins fixed.
 * Source: Fisher 1935; mid-p: Lancaster 1961. p = 1 when a group is empty or all or none were selected.
 * Misuse: it takes people as independent. Repeat applicants need the person-clustered bootstrap, several
 * requisitions the Cochran-Mantel-Haenszel test.
 * @throws RangeError when a count is not a whole number or a group has more selections than people.
 */
export function fisherExact(group: GroupCount, reference: GroupCount): FisherResult {
  requireCounts(group);
  requireCounts(reference);
  const { first, probabilities } = hypergeometric(
    group.n + reference.n,
    group.selected + reference.selected,
    group.n,
  );
  return tailAt(probabilities, group.selected - first);
}

/** Both p-values of the table at `index` of the distribution. An index outside it has probability 0. */
export function tailAt(probabilities: Float64Array, index: number): FisherResult {
  const seen = probabilities[index] ?? 0;
  let p = 0;
  let equal = 0;
  for (const probability of probabilities) {
    if (probability <= seen * tieTolerance) {
      p += probability;
      if (probability >= seen / tieTolerance) equal += probability;
    }
  }
  return { p: Math.min(1, p), midP: Math.min(1, p - equal / 2) };
}

/** @throws RangeError naming the group and the bad count. */
export function requireCounts({ group, n, selected }: GroupCount): void {
  if (!Number.isInteger(n) || !Number.isInteger(selected) || n < 0 || selected < 0 || selected > n) {
    throw new RangeError(
      `group "${group}": ${selected} selected of ${n}; exact tests need whole counts with 0 <= selected <= n`,
    );
  }
}
