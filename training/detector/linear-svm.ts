import type { Random } from '../../shared/random.ts';
import type { LinearModel } from './linear-model.ts';

/** One example: the buckets that are set, a factor on all their values, the class, and what a mistake costs. */
export interface Example {
  readonly buckets: Uint16Array;
  readonly factor: number;
  readonly positive: boolean;
  readonly cost: number;
}

/**
 * L2-regularised linear support vector machine with squared hinge loss, by dual coordinate descent; examples far on the right side are
 * passed over until the last round. Source: Hsieh, Chang, Lin, Keerthi & Sundararajan 2008,
 * "A dual coordinate descent method for large-scale linear SVM", algorithm 1.
 * @param values value of each bucket when set; its length is the number of buckets.
 * @returns weights to be multiplied by the example's factor.
 */
export function trainLinearSvm(
  examples: readonly Example[],
  values: Float64Array,
  random: Random,
  rounds = 8,
): LinearModel {
  const weights = new Float64Array(values.length);
  const alpha = new Float64Array(examples.length);
  const norms = examples.map(({ buckets, factor }) => 1 + squaredNorm(buckets, values) * factor * factor);
  const every = examples.map((_, index) => index);
  let active = every;
  let bias = 0;
  for (let round = 0; round < rounds; round += 1) {
    const all = round < 2 || round === rounds - 1;
    const kept: number[] = [];
    for (const index of random.shuffle(all ? every : active)) {
      const { buckets, factor, positive, cost } = examples[index] as Example;
      const sign = positive ? 1 : -1;
      const margin = sign * (bias + factor * dot(buckets, values, weights));
      const before = alpha[index] as number;
      const gradient = margin - 1 + before / (2 * cost);
      if (before > 0 || gradient < nearMargin) kept.push(index);
      if (before === 0 && gradient >= 0) continue;
      const after = Math.max(0, before - gradient / ((norms[index] as number) + 1 / (2 * cost)));
      const step = (after - before) * sign;
      alpha[index] = after;
      bias += step;
      for (let at = 0; at < buckets.length; at += 1) {
        const bucket = buckets[at] as number;
        (weights[bucket] as number) += step * factor * (values[bucket] as number);
      }
    }
    active = kept;
  }
  return { weights: weights.map((weight, bucket) => weight * (values[bucket] as number)), bias };
}

/** An example whose gradient is above this has no part in the solution for now. */
const nearMargin = 0.5;

function dot(buckets: Uint16Array, values: Float64Array, weights: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < buckets.length; at += 1) {
    const bucket = buckets[at] as number;
    sum += (weights[bucket] as number) * (values[bucket] as number);
  }
  return sum;
}

function squaredNorm(buckets: Uint16Array, values: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < buckets.length; at += 1) sum += (values[buckets[at] as number] as number) ** 2;
  return sum;
}
