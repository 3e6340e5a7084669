import { chiSquareUpperTail } from './distributions.ts';
import type { Stratum } from './mantel-haenszel.ts';
import { cellsOf, isInformative } from './mantel-haenszel.ts';

export interface BreslowDay {
  readonly statistic: number;
  readonly degreesOfFreedom: number;
  readonly p: number;
}

/**
 * Breslow-Day test, with Tarone's correction, that the odds ratio is the same in all strata. A small p says that the
 * strata disagree and one common figure does not tell the story. `null` with fewer than two informative strata or an
 * odds ratio of zero or infinity.
 * Source: Breslow and Day 1980, section 4.4; Tarone 1985.
 * Misuse: as proof of agreement; with small strata it rarely rejects.
 * @param oddsRatio the common odds ratio of `mantelHaenszel`.
 */
export function breslowDay(strata: readonly Stratum[], oddsRatio: number | null): BreslowDay | null {
  const informative = strata.filter(isInformative);
  if (informative.length < 2 || oddsRatio === null || oddsRatio <= 0) return null;
  let statistic = 0;
  let difference = 0;
  let variance = 0;
  for (const stratum of informative) {
    const [a, b, c, d] = cellsOf(stratum);
    const expected = expectedSelected(a + b, c + d, a + c, oddsRatio);
    const v =
      1 / (1 / expected + 1 / (a + b - expected) + 1 / (a + c - expected) + 1 / (c + d - (a + c - expected)));
    statistic += (a - expected) ** 2 / v;
    difference += a - expected;
    variance += v;
  }
  const corrected = Math.max(0, statistic - (difference * difference) / variance);
  const degreesOfFreedom = informative.length - 1;
  return { statistic: corrected, degreesOfFreedom, p: chiSquareUpperTail(corrected, degreesOfFreedom) };
}

/** Selections of the group that give exactly this odds ratio with the margins kept: the root of a quadratic. */
function expectedSelected(group: number, reference: number, selected: number, oddsRatio: number): number {
  if (Math.abs(oddsRatio - 1) < 1e-12) return (group * selected) / (group + reference);
  const a = 1 - oddsRatio;
  const b = reference - selected + oddsRatio * (group + selected);
  const c = -oddsRatio * group * selected;
  return (-b + Math.sqrt(b * b - 4 * a * c)) / (2 * a);
}
