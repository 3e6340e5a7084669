import { notAssessed } from './attribute-codes.ts';
import { breslowDay } from './breslow-day.ts';
import type { Interval } from './interval.ts';
import type { Stratum } from './mantel-haenszel.ts';
import { mantelHaenszel } from './mantel-haenszel.ts';

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

/** Runs both stratified tests over ready strata; `null` when no stratum informs. */
export function stratifiedComparison(strata: readonly Stratum[]): StratifiedComparison | null {
  const result = mantelHaenszel(strata);
  if (result === null) return null;
  return { ...result, homogeneityP: breslowDay(strata, result.oddsRatio)?.p ?? null };
}

/** Counts one pair of groups by stratum and runs both stratified tests. Rows without a stratum are left out. */
export function compareWithinStrata(
  groupCodes: Int32Array,
  selected: Uint8Array,
  strata: { readonly values: readonly string[]; readonly codes: Int32Array },
  group: number,
  reference: number,
): StratifiedComparison | null {
  const counts = new Float64Array(strata.values.length * 4);
  for (let row = 0; row < groupCodes.length; row += 1) {
    const code = groupCodes[row] as number;
    const stratum = strata.codes[row] as number;
    const outcome = selected[row] as number;
    if (stratum < 0 || outcome === notAssessed || (code !== group && code !== reference)) continue;
    const slot = stratum * 4 + (code === group ? 0 : 2);
    counts[slot] = (counts[slot] as number) + 1;
    counts[slot + 1] = (counts[slot + 1] as number) + outcome;
  }
  const at = (slot: number, name: string) => ({
    group: name,
    n: counts[slot] as number,
    selected: counts[slot + 1] as number,
  });
  return stratifiedComparison(
    strata.values.map((stratum, i) => ({
      stratum,
      group: at(i * 4, 'group'),
      reference: at(i * 4 + 2, 'reference'),
    })),
  );
}
