import type { GroupCount } from './selection-rate.ts';

/**
 * Median of the finite values; the mean of the middle two when their number is even. `null` without any.
 * Misuse: of part of the sample. Local Law 144 takes the median of the whole sample, unknown categories included.
 */
export function median(values: Float64Array): number | null {
  const finite = values.filter((value) => Number.isFinite(value)).sort();
  const middle = finite.length >> 1;
  const upper = finite[middle];
  if (upper === undefined) return null;
  return finite.length % 2 === 1 ? upper : ((finite[middle - 1] as number) + upper) / 2;
}

export interface ScoringRates {
  /** Median of the sample; a tie with it is not "above". */
  readonly median: number | null;
  /** `selected` counts people above the median: read them with `selectionRate` and `impactRatio`. */
  readonly groups: readonly GroupCount[];
  readonly withoutScore: number;
}

/**
 * Scoring rate of New York City Local Law 144: "the rate at which individuals in a category receive a score above the
 * sample's median score" (6 RCNY 5-300). Only rows with a finite score count.
 * @param codes index into `names` of each row, negative when the category is unknown (such rows shape the median only).
 * Misuse: a rate of one half by construction says nothing of the cut-off that is really used.
 */
export function scoringRates(
  scores: Float64Array,
  codes: Int32Array,
  names: readonly string[],
): ScoringRates {
  const middle = median(scores);
  const n = new Float64Array(names.length);
  const above = new Float64Array(names.length);
  let withoutScore = 0;
  for (let row = 0; row < scores.length; row += 1) {
    const score = scores[row] as number;
    const code = codes[row] as number;
    if (!Number.isFinite(score)) withoutScore += 1;
    else if (code >= 0 && middle !== null) {
      n[code] = (n[code] as number) + 1;
      if (score > middle) above[code] = (above[code] as number) + 1;
    }
  }
  const groups = names.map((group, i) => ({ group, n: n[i] as number, selected: above[i] as number }));
  return { median: middle, groups, withoutScore };
}
