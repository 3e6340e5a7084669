import type { Random } from '../../random.ts';
import type { Labels, ListChange } from './match-list.ts';

export const permutationDraws = 4999;

/** A change from before to after, with the share of label permutations that change at least as much. */
export interface ChangeTest {
  readonly before: number;
  readonly after: number;
  readonly change: number;
  /** One-sided: a fall at least as large arises by chance with this probability. */
  readonly fallP: number;
  /** Two-sided. */
  readonly p: number;
  /** Standard deviation of the change, and of the figure before, when the labels say nothing. */
  readonly nullDeviation: number;
  readonly nullDeviationBefore: number;
}

export interface PermutationTest {
  readonly squaredExcessGap: ChangeTest;
  /** Of `1/2 sum_g |mean_i delta_ig|`. */
  readonly meanSignedGap: ChangeTest;
  /** Mean total variation before and after when the labels say nothing: the floor of the raw gap. */
  readonly nullGap: { readonly before: number; readonly after: number };
  readonly draws: number;
}

export interface PermutationOptions {
  readonly random: Random;
  readonly draws?: number;
  /** Labels move only between candidates of the same stratum, such as an occupation; one stratum when absent. */
  readonly strata?: ArrayLike<number>;
  readonly signal?: AbortSignal;
}

/**
 * Tests the change of the squared excess gap and of the mean signed gap against permuted attribute labels. Both rankings are
 * held fixed and each candidate keeps one label in all postings of a draw, so postings that share candidates stay dependent:
 * flipping signs posting by posting would reject far too often.
 * Source: Good, Permutation, Parametric and Bootstrap Tests of Hypotheses, 2005; p counts the observed labelling (Phipson and
 * Smyth 2010).
 */
export function labelPermutationTest(
  changes: readonly ListChange[],
  labels: Labels,
  { random, draws = permutationDraws, strata, signal }: PermutationOptions,
): PermutationTest {
  const { lists, pools, candidates } = compact(changes);
  const codes = Int16Array.from(candidates, (candidate) => labels.codes[candidate] as number);
  const groups = stratify(candidates, strata);
  const measure = createMeasure(lists, pools, labels.groupCount);

  const observed = measure(codes);
  const squared = new Float64Array(draws);
  const signed = new Float64Array(draws);
  const squaredBefore = new Float64Array(draws);
  const signedBefore = new Float64Array(draws);
  let floorBefore = 0;
  let floorAfter = 0;
  for (let draw = 0; draw < draws; draw += 1) {
    if (draw % 256 === 0) signal?.throwIfAborted();
    for (const group of groups) shuffleAt(codes, group, random);
    const result = measure(codes);
    squared[draw] = result.squaredAfter - result.squaredBefore;
    signed[draw] = result.signedAfter - result.signedBefore;
    squaredBefore[draw] = result.squaredBefore;
    signedBefore[draw] = result.signedBefore;
    floorBefore += result.gapBefore / draws;
    floorAfter += result.gapAfter / draws;
  }
  return {
    squaredExcessGap: changeTest(observed.squaredBefore, observed.squaredAfter, squared, squaredBefore),
    meanSignedGap: changeTest(observed.signedBefore, observed.signedAfter, signed, signedBefore),
    nullGap: { before: floorBefore, after: floorAfter },
    draws,
  };
}

/** A list with candidates numbered 0, 1, ... among those on any list. */
interface CompactList {
  readonly pool: number;
  readonly members: Int32Array;
  readonly before: Float64Array;
  readonly after: Float64Array;
  readonly spreadBefore: number;
  readonly spreadAfter: number;
}

function compact(changes: readonly ListChange[]) {
  const numberOf = new Map<number, number>();
  const pools: Int32Array[] = [];
  const poolOf = new Map<string, number>();
  const lists = changes.map(({ members, before, after }): CompactList => {
    const numbered = Int32Array.from({ length: members.length }, (_, j) => {
      const candidate = members[j] as number;
      const known = numberOf.get(candidate) ?? numberOf.size;
      numberOf.set(candidate, known);
      return known;
    });
    const key = numbered.join();
    const pool = poolOf.get(key) ?? pools.push(numbered) - 1;
    poolOf.set(key, pool);
    return {
      pool,
      members: numbered,
      before,
      after,
      spreadBefore: spread(before),
      spreadAfter: spread(after),
    };
  });
  return { lists, pools, candidates: [...numberOf.keys()] };
}

/** `(sum w^2 - 1/n) n / (n - 1)`: the null variance over `d (1 - d)`. */
function spread(weights: Float64Array): number {
  const n = weights.length;
  if (n < 2) return 0;
  const squares = weights.reduce((sum, weight) => sum + weight * weight, 0);
  return (Math.max(0, squares - 1 / n) * n) / (n - 1);
}

/** Both statistics of both sides in one pass over the lists; the inner loop of every draw. */
function createMeasure(lists: readonly CompactList[], pools: readonly Int32Array[], groupCount: number) {
  const counts = pools.map(() => new Float64Array(groupCount));
  const heterogeneity = new Float64Array(pools.length);
  const before = new Float64Array(groupCount);
  const after = new Float64Array(groupCount);
  const meanBefore = new Float64Array(groupCount);
  const meanAfter = new Float64Array(groupCount);
  return (codes: Int16Array) => {
    pools.forEach((pool, p) => {
      const count = counts[p] as Float64Array;
      count.fill(0);
      for (let j = 0; j < pool.length; j += 1) (count[codes[pool[j] as number] as number] as number) += 1;
      let varied = 1;
      for (let g = 0; g < groupCount; g += 1) varied -= ((count[g] as number) / pool.length) ** 2;
      heterogeneity[p] = varied;
    });
    meanBefore.fill(0);
    meanAfter.fill(0);
    let [squaredBefore, squaredAfter, gapBefore, gapAfter] = [0, 0, 0, 0];
    for (const list of lists) {
      before.fill(0);
      after.fill(0);
      const { members } = list;
      for (let j = 0; j < members.length; j += 1) {
        const group = codes[members[j] as number] as number;
        before[group] = (before[group] as number) + (list.before[j] as number);
        after[group] = (after[group] as number) + (list.after[j] as number);
      }
      const count = counts[list.pool] as Float64Array;
      const varied = heterogeneity[list.pool] as number;
      squaredBefore -= varied * list.spreadBefore;
      squaredAfter -= varied * list.spreadAfter;
      for (let g = 0; g < groupCount; g += 1) {
        const share = (count[g] as number) / members.length;
        const gapB = (before[g] as number) - share;
        const gapA = (after[g] as number) - share;
        squaredBefore += gapB * gapB;
        squaredAfter += gapA * gapA;
        gapBefore += Math.abs(gapB);
        gapAfter += Math.abs(gapA);
        meanBefore[g] = (meanBefore[g] as number) + gapB;
        meanAfter[g] = (meanAfter[g] as number) + gapA;
      }
    }
    let [signedBefore, signedAfter] = [0, 0];
    for (let g = 0; g < groupCount; g += 1) {
      signedBefore += Math.abs(meanBefore[g] as number);
      signedAfter += Math.abs(meanAfter[g] as number);
    }
    const scale = lists.length === 0 ? 0 : 1 / (2 * lists.length);
    return {
      squaredBefore: squaredBefore * scale,
      squaredAfter: squaredAfter * scale,
      signedBefore: signedBefore * scale,
      signedAfter: signedAfter * scale,
      gapBefore: gapBefore * scale,
      gapAfter: gapAfter * scale,
    };
  };
}

function stratify(candidates: readonly number[], strata: ArrayLike<number> | undefined): Int32Array[] {
  const places = new Map<number, number[]>();
  candidates.forEach((candidate, place) => {
    const stratum = strata?.[candidate] ?? 0;
    const group = places.get(stratum) ?? [];
    places.set(stratum, group);
    group.push(place);
  });
  return [...places.values()].map((group) => Int32Array.from(group));
}

function shuffleAt(codes: Int16Array, places: Int32Array, random: Random): void {
  for (let i = places.length - 1; i > 0; i -= 1) {
    const here = places[i] as number;
    const there = places[random.integer(i + 1)] as number;
    const held = codes[here] as number;
    codes[here] = codes[there] as number;
    codes[there] = held;
  }
}

function changeTest(
  before: number,
  after: number,
  permuted: Float64Array,
  permutedBefore: Float64Array,
): ChangeTest {
  const change = after - before;
  // Permutations that repeat the observed labels must count as equal in spite of rounding.
  const tolerance = 1e-12;
  const asLow = permuted.filter((value) => value <= change + tolerance).length;
  const asHigh = permuted.filter((value) => value >= change - tolerance).length;
  const fallP = (asLow + 1) / (permuted.length + 1);
  const riseP = (asHigh + 1) / (permuted.length + 1);
  return {
    before,
    after,
    change,
    fallP,
    p: Math.min(1, 2 * Math.min(fallP, riseP)),
    nullDeviation: deviation(permuted),
    nullDeviationBefore: deviation(permutedBefore),
  };
}

function deviation(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}
