import type { Random } from '../../shared/random.ts';

export interface Summary {
  readonly mean: number;
  /** Sample standard deviation; 0 for fewer than two values. */
  readonly sd: number;
  readonly count: number;
}

/** Mean and standard deviation. The mean of nothing is NaN. */
export function summarise(values: readonly number[]): Summary {
  const count = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, sd: count < 2 ? 0 : Math.sqrt(squares / (count - 1)), count };
}

export interface PairedChange {
  readonly mean: number;
  /** 95 % percentile bootstrap over postings; null for fewer than five pairs. */
  readonly interval: { readonly lower: number; readonly upper: number } | null;
}

const fewestPairs = 5;

/**
 * Mean of `after - before` over pairs with an interval. Only the postings are resampled: all of them share the candidates, so
 * it says what other postings would give on these people and is too narrow for anything else.
 * @throws RangeError when the lengths differ
 */
export function pairedChange(
  before: readonly number[],
  after: readonly number[],
  random: Random,
  draws = 2000,
): PairedChange {
  if (before.length !== after.length) throw new RangeError(`${before.length} and ${after.length} values`);
  const differences = after.map((value, i) => value - (before[i] as number));
  const { mean, count } = summarise(differences);
  if (count < fewestPairs) return { mean, interval: null };
  const means = Array.from({ length: draws }, () => {
    let sum = 0;
    for (let i = 0; i < count; i += 1) sum += differences[random.integer(count)] as number;
    return sum / count;
  }).sort((a, b) => a - b);
  const at = (share: number) => means[Math.round(share * (draws - 1))] as number;
  return { mean, interval: { lower: at(0.025), upper: at(0.975) } };
}
