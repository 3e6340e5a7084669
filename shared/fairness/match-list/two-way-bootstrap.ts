import type { Random } from '../../random.ts';
import type { Labels, MatchList } from './match-list.ts';

export const bootstrapDraws = 1000;

export interface Interval {
  readonly lower: number;
  readonly upper: number;
  /** Coverage aimed at, such as .95. */
  readonly level: number;
}

export interface BootstrapOptions {
  readonly postings: number;
  readonly candidates: number;
  readonly random: Random;
  readonly draws?: number;
  readonly level?: number;
  readonly signal?: AbortSignal;
}

/**
 * A statistic of one resample: which postings were drawn (with repeats) and how often each candidate was.
 * NaN means that this resample says nothing; it is left out.
 */
export type ResampledStatistic = (postings: Int32Array, multiplicity: Float64Array) => number;

/**
 * Percentile interval with postings and candidates resampled independently, because both are samples and all postings share
 * the candidates. Source: Owen, The pigeonhole bootstrap, Annals of Applied Statistics 1 (2007) 386-411.
 * @returns undefined when fewer than half of the resamples have a value
 */
export function twoWayBootstrap(
  statistic: ResampledStatistic,
  { postings, candidates, random, draws = bootstrapDraws, level = 0.95, signal }: BootstrapOptions,
): Interval | undefined {
  const drawn = new Int32Array(postings);
  const multiplicity = new Float64Array(candidates);
  const values: number[] = [];
  for (let draw = 0; draw < draws; draw += 1) {
    if (draw % 64 === 0) signal?.throwIfAborted();
    for (let i = 0; i < postings; i += 1) drawn[i] = random.integer(postings);
    multiplicity.fill(0);
    for (let c = 0; c < candidates; c += 1) (multiplicity[random.integer(candidates)] as number) += 1;
    const value = statistic(drawn, multiplicity);
    if (!Number.isNaN(value)) values.push(value);
  }
  if (values.length < draws / 2 || values.length === 0) return undefined;
  values.sort((a, b) => a - b);
  const tail = (1 - level) / 2;
  return { lower: quantile(values, tail), upper: quantile(values, 1 - tail), level };
}

/**
 * `1/2 sum_g (delta_g^2 - v_g)` of one list in which candidate j stands `multiplicity[j]` times. The null variance permutes
 * labels among people, not copies, so that repeats of one person do not look like a gap.
 * @returns undefined when fewer than two people were drawn
 */
export function resampledSquaredExcess(
  list: MatchList,
  labels: Labels,
  multiplicity: Float64Array,
): number | undefined {
  const resampled = resampledGaps(list, labels, multiplicity);
  if (resampled === undefined) return undefined;
  return (resampled.gaps.reduce((sum, gap) => sum + gap * gap, 0) - resampled.variance) / 2;
}

/** Signed gaps of the resampled list and the sum of their null variances. */
export function resampledGaps(
  { members, weights }: MatchList,
  { codes, groupCount }: Labels,
  multiplicity: Float64Array,
): { gaps: Float64Array; variance: number } | undefined {
  let total = 0;
  let size = 0;
  let people = 0;
  for (let j = 0; j < members.length; j += 1) {
    const times = multiplicity[members[j] as number] as number;
    total += (weights[j] as number) * times;
    size += times;
    if (times > 0) people += 1;
  }
  if (people < 2 || total === 0) return undefined;
  const gaps = new Float64Array(groupCount);
  const counts = new Float64Array(groupCount);
  let squares = 0;
  for (let j = 0; j < members.length; j += 1) {
    const times = multiplicity[members[j] as number] as number;
    if (times === 0) continue;
    const group = codes[members[j] as number] as number;
    const contrast = times * ((weights[j] as number) / total - 1 / size);
    gaps[group] = (gaps[group] as number) + contrast;
    counts[group] = (counts[group] as number) + times;
    squares += contrast * contrast;
  }
  let varied = 1;
  for (let g = 0; g < groupCount; g += 1) varied -= ((counts[g] as number) / size) ** 2;
  return { gaps, variance: (varied * squares * people) / (people - 1) };
}

/** Quantile of sorted values by linear interpolation (Hyndman and Fan's type 7). */
function quantile(sorted: readonly number[], probability: number): number {
  const place = probability * (sorted.length - 1);
  const below = sorted[Math.floor(place)] as number;
  const above = sorted[Math.ceil(place)] as number;
  return below + (above - below) * (place - Math.floor(place));
}
