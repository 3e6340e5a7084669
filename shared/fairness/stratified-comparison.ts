import type { AttributeCodes } from './attribute-codes.ts';
import { notAssessed } from './attribute-codes.ts';
import { breslowDay } from './breslow-day.ts';
import type { Interval } from './interval.ts';
import { mantelHaenszel } from './mantel-haenszel.ts';
import type { GroupCount } from './selection-rate.ts';

export interface StratifiedComparison {
  /** Common odds ratio of the group to the comparison group within strata. */
  readonly oddsRatio: number | null;
  readonly interval: Interval | null;
  readonly statistic: number;
  readonly p: number;
  readonly informativeStrata: number;
  /** Breslow-Day p that the strata share one odds ratio; `null` where it cannot be tested. */
  readonly homogeneityP: number | null;
}

/** The counts of every group in one stratum; all strata hold the groups in the same order. */
export interface StratumCounts {
  readonly stratum: string;
  readonly groups: readonly GroupCount[];
}

/** Compares two groups within strata by both stratified tests; `null` when no stratum informs. */
export function compareWithinStrata(
  strata: readonly StratumCounts[],
  group: number,
  reference: number,
): StratifiedComparison | null {
  const pairs = strata.flatMap(({ stratum, groups }) => {
    const [one, other] = [groups[group], groups[reference]];
    return one === undefined || other === undefined ? [] : [{ stratum, group: one, reference: other }];
  });
  const result = mantelHaenszel(pairs);
  if (result === null) return null;
  return { ...result, homogeneityP: breslowDay(pairs, result.oddsRatio)?.p ?? null };
}

/** Counts people and selections by stratum and group in one pass. Rows without a stratum or group are left out. */
export function tallyByStratum(
  { groups, codes }: AttributeCodes,
  selected: Uint8Array,
  strata: { readonly values: readonly string[]; readonly codes: Int32Array },
): StratumCounts[] {
  const n = new Float64Array(strata.values.length * groups.length);
  const k = new Float64Array(n.length);
  for (let row = 0; row < codes.length; row += 1) {
    const code = codes[row] as number;
    const stratum = strata.codes[row] as number;
    const outcome = selected[row] as number;
    if (stratum < 0 || code < 0 || outcome === notAssessed) continue;
    const slot = stratum * groups.length + code;
    n[slot] = (n[slot] as number) + 1;
    k[slot] = (k[slot] as number) + outcome;
  }
  return strata.values.map((stratum, s) => ({
    stratum,
    groups: groups.map((group, g) => ({
      group,
      n: n[s * groups.length + g] as number,
      selected: k[s * groups.length + g] as number,
    })),
  }));
}
