import { minimise } from './lbfgs.ts';
import type { LinearModel } from './linear-model.ts';
import { type Packed, pack, score, spread } from './packed-rows.ts';
import { sigmoid, softplus } from './sigmoid.ts';

/** A sentence as the buckets, or the units, that are set; `quoted` says that it was quoted as the reason of the label. */
export interface Instance {
  readonly buckets: Uint16Array;
  readonly quoted: boolean;
}

/** A document: it has the label if at least one of its sentences earns it. */
export interface Bag {
  readonly instances: readonly Instance[];
  readonly positive: boolean;
}

/** A phrase whose own class is known. */
export interface KnownInstance {
  readonly buckets: Uint16Array;
  readonly positive: boolean;
}

export interface NoisyOrSettings {
  /** Cost of a mistake against the ridge penalty; larger fits closer. */
  readonly cost: number;
  /** Cost of a quoted sentence and of a phrase beside that of a document. */
  readonly quoted: number;
  readonly phrase: number;
}

const rounds = 60;
/** A phrase stands without a sentence around it, so it is held to a milder bar than a sentence of a document. */
const phraseOffset = 2;
/** Where the search starts: few sentences earn a label. */
const firstBias = -5;

/**
 * Multiple-instance logistic regression with a noisy-or over the sentences of a document: P(label) = 1 - prod(1 - p_i),
 * p_i = sigmoid(bias + weights x values). Sources: Maron & Lozano-Pérez 1998, "A framework for multiple-instance learning";
 * Viola, Platt & Zhang 2005, "Multiple instance boosting for object detection".
 * @param values value of each bucket when set; its length is the number of buckets.
 * @param parts buckets of each unit, where instances are given as units of several buckets: a unit that stands in many sentences is
 * then weighed once a round.
 */
export function trainNoisyOr(
  bags: readonly Bag[],
  phrases: readonly KnownInstance[],
  values: Float64Array,
  { cost, quoted, phrase }: NoisyOrSettings,
  parts?: Packed,
): LinearModel {
  const size = values.length;
  const sentences = pack(bags.flatMap(({ instances }) => instances.map(({ buckets }) => buckets)));
  const known = pack(phrases.map(({ buckets }) => buckets));
  const told = Uint8Array.from(
    bags.flatMap(({ instances, positive }) => instances.map((one) => Number(positive && one.quoted))),
  );
  const scores = new Float64Array(told.length);
  const slopes = new Float64Array(told.length);
  const phraseScores = new Float64Array(phrases.length);
  const phraseSlopes = new Float64Array(phrases.length);
  const weighted = new Float64Array(size);
  const unitWeights = parts ? new Float64Array(parts.ends.length) : weighted;
  const unitSlopes = parts && new Float64Array(parts.ends.length);

  const start = new Float64Array(size + 1);
  start[size] = firstBias;
  const solution = minimise(
    (point, gradient) => {
      const bias = point[size] as number;
      for (let bucket = 0; bucket < size; bucket += 1) {
        weighted[bucket] = (point[bucket] as number) * (values[bucket] as number);
      }
      if (parts) score(parts, weighted, 0, unitWeights);
      score(sentences, unitWeights, bias, scores);
      score(known, unitWeights, bias + phraseOffset, phraseScores);

      let loss = 0;
      let first = 0;
      for (const { instances, positive } of bags) {
        const end = first + instances.length;
        /** Minus the logarithm of the probability that no sentence earns the label. */
        let none = 0;
        for (let at = first; at < end; at += 1) none += softplus(scores[at] as number);
        none = Math.max(1e-6, none);
        loss += positive ? -Math.log(-Math.expm1(-none)) : none;
        const slopeOfNone = positive ? -1 / Math.expm1(none) : 1;
        for (let at = first; at < end; at += 1) {
          const probability = sigmoid(scores[at] as number);
          slopes[at] = slopeOfNone * probability;
          if (told[at] !== 1) continue;
          loss += quoted * softplus(-(scores[at] as number));
          (slopes[at] as number) += quoted * (probability - 1);
        }
        first = end;
      }
      phrases.forEach(({ positive }, index) => {
        const scored = phraseScores[index] as number;
        loss += phrase * softplus(positive ? -scored : scored);
        phraseSlopes[index] = phrase * (sigmoid(scored) - Number(positive));
      });

      gradient.fill(0);
      const byUnit = unitSlopes?.fill(0) ?? gradient;
      const slope = spread(sentences, slopes, byUnit) + spread(known, phraseSlopes, byUnit);
      if (parts) spread(parts, byUnit, gradient);
      gradient[size] = slope;
      (gradient[size] as number) *= cost;
      let ridge = 0;
      for (let bucket = 0; bucket < size; bucket += 1) {
        const weight = point[bucket] as number;
        ridge += weight * weight;
        gradient[bucket] = cost * (gradient[bucket] as number) * (values[bucket] as number) + weight;
      }
      return cost * loss + ridge / 2;
    },
    start,
    rounds,
  );
  return {
    weights: solution.subarray(0, size).map((weight, bucket) => weight * (values[bucket] as number)),
    bias: solution[size] as number,
  };
}
