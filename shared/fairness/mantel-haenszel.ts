import { chiSquareUpperTail, criticalValue } from './distributions.ts';
import type { Interval } from './interval.ts';
import type { GroupCount } from './selection-rate.ts';

/** The two groups that are compared, within one stratum (a requisition, a department). */
export interface Stratum {
  readonly stratum: string;
  readonly group: GroupCount;
  readonly reference: GroupCount;
}

export interface MantelHaenszel {
  /** Common odds ratio of selection, group over reference; under 1 = selected less often within strata. */
  readonly oddsRatio: number | null;
  /** Robins-Breslow-Greenland interval of it; `null` where it is not defined. */
  readonly interval: Interval | null;
  /** Chi-square with one degree of freedom, without continuity correction. */
  readonly statistic: number;
  readonly p: number;
  /** Strata in which both groups occur and neither all nor nobody were selected: only these inform. */
  readonly informativeStrata: number;
}

/** A two-by-two table as a, b, c, d: selected and not of the group, selected and not of the reference. */
export function cellsOf({ group, reference }: Stratum): readonly [number, number, number, number] {
  return [group.selected, group.n - group.selected, reference.selected, reference.n - reference.selected];
}

/** Whether the stratum says anything of the difference: no margin of its table is zero. */
export function isInformative(stratum: Stratum): boolean {
  const [a, b, c, d] = cellsOf(stratum);
  return a + b > 0 && c + d > 0 && a + c > 0 && b + d > 0;
}

/**
 * Cochran-Mantel-Haenszel test and common odds ratio over strata: is the group selected less or more often than the
 * reference WITHIN requisitions? It does not take a mix of strata for a difference (Simpson's paradox), so it is the
 * default verdict where strata exist. `null` when no stratum informs.
 * Source: Mantel and Haenszel 1959; interval: Robins, Breslow and Greenland 1986.
 * Misuse: one common odds ratio when the strata disagree; read `breslowDay` beside it.
 */
export function mantelHaenszel(strata: readonly Stratum[], confidence = 0.95): MantelHaenszel | null {
  const informative = strata.filter(isInformative);
  if (informative.length === 0) return null;
  let difference = 0;
  let variance = 0;
  let r = 0;
  let s = 0;
  let pr = 0;
  let psQr = 0;
  let qs = 0;
  for (const stratum of informative) {
    const [a, b, c, d] = cellsOf(stratum);
    const n = a + b + c + d;
    difference += a - ((a + b) * (a + c)) / n;
    variance += ((a + b) * (c + d) * (a + c) * (b + d)) / (n * n * (n - 1));
    const concordant = (a * d) / n;
    const discordant = (b * c) / n;
    r += concordant;
    s += discordant;
    pr += ((a + d) / n) * concordant;
    psQr += ((a + d) / n) * discordant + ((b + c) / n) * concordant;
    qs += ((b + c) / n) * discordant;
  }
  const statistic = (difference * difference) / variance;
  const oddsRatio = s > 0 ? r / s : null;
  const half =
    criticalValue(confidence) * Math.sqrt(pr / (2 * r * r) + psQr / (2 * r * s) + qs / (2 * s * s));
  const interval =
    oddsRatio !== null && oddsRatio > 0
      ? { lower: oddsRatio * Math.exp(-half), upper: oddsRatio * Math.exp(half) }
      : null;
  return {
    oddsRatio,
    interval,
    statistic,
    p: chiSquareUpperTail(statistic, 1),
    informativeStrata: informative.length,
  };
}
