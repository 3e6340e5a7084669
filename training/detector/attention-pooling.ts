import { minimise } from './lbfgs.ts';
import type { LinearModel } from './linear-model.ts';
import type { Bag, KnownInstance, NoisyOrSettings } from './noisy-or.ts';
import { pack, score, spread } from './packed-rows.ts';
import { sigmoid, softplus } from './sigmoid.ts';

const rounds = 60;

/** The loss at a point `[score weights, attention weights, bias]` and its gradient, written into `gradient`. */
export type AttentionLoss = (point: Float64Array, gradient: Float64Array) => number;

/**
 * For comparison with the noisy-or: a document's log odds are the mean of its sentences' scores, weighted by a softmax over a second
 * linear score, the attention. Both are learned together; a quoted sentence and a phrase also speak for themselves.
 * Source: Ilse, Tomczak & Welling 2018, "Attention-based deep multiple instance learning", without the hidden layer.
 * @param values value of each bucket when set; its length is the number of buckets.
 * @returns the score of a sentence; attention serves the training only.
 */
export function trainAttentionPooling(
  bags: readonly Bag[],
  phrases: readonly KnownInstance[],
  values: Float64Array,
  settings: NoisyOrSettings,
): LinearModel {
  const size = values.length;
  const start = new Float64Array(2 * size + 1);
  const solution = minimise(attentionLoss(bags, phrases, values, settings), start, rounds);
  return {
    weights: solution.subarray(0, size).map((weight, bucket) => weight * (values[bucket] as number)),
    bias: solution[2 * size] as number,
  };
}

export function attentionLoss(
  bags: readonly Bag[],
  phrases: readonly KnownInstance[],
  values: Float64Array,
  { cost, quoted, phrase }: NoisyOrSettings,
): AttentionLoss {
  const size = values.length;
  const told = bags.flatMap(({ instances, positive }) => instances.map((one) => positive && one.quoted));
  const sentences = pack(bags.flatMap(({ instances }) => instances.map(({ buckets }) => buckets)));
  const known = pack(phrases.map(({ buckets }) => buckets));
  const scores = new Float64Array(told.length);
  const attention = new Float64Array(told.length);
  const scoreSlopes = new Float64Array(told.length);
  const attentionSlopes = new Float64Array(told.length);
  const phraseScores = new Float64Array(phrases.length);
  const phraseSlopes = new Float64Array(phrases.length);

  return (point, gradient) => {
    const bias = point[2 * size] as number;
    const weighted = values.map((value, bucket) => value * (point[bucket] as number));
    score(sentences, weighted, bias, scores);
    score(known, weighted, bias, phraseScores);
    score(
      sentences,
      values.map((value, bucket) => value * (point[size + bucket] as number)),
      0,
      attention,
    );

    let loss = 0;
    let first = 0;
    for (const { instances, positive } of bags) {
      const end = first + instances.length;
      const pooled = pool(scores, attention, first, end);
      loss += softplus(positive ? -pooled : pooled);
      const slope = sigmoid(pooled) - Number(positive);
      for (let at = first; at < end; at += 1) {
        const share = attention[at] as number;
        const own = scores[at] as number;
        scoreSlopes[at] = slope * share;
        attentionSlopes[at] = slope * share * (own - pooled);
        if (!told[at]) continue;
        loss += quoted * softplus(-own);
        (scoreSlopes[at] as number) += quoted * (sigmoid(own) - 1);
      }
      first = end;
    }
    phrases.forEach(({ positive }, index) => {
      const own = phraseScores[index] as number;
      loss += phrase * softplus(positive ? -own : own);
      phraseSlopes[index] = phrase * (sigmoid(own) - Number(positive));
    });

    gradient.fill(0);
    const ofScores = gradient.subarray(0, size);
    gradient[2 * size] =
      cost * (spread(sentences, scoreSlopes, ofScores) + spread(known, phraseSlopes, ofScores));
    spread(sentences, attentionSlopes, gradient.subarray(size, 2 * size));
    let ridge = 0;
    for (let at = 0; at < 2 * size; at += 1) {
      const weight = point[at] as number;
      ridge += weight * weight;
      gradient[at] = cost * (gradient[at] as number) * (values[at % size] as number) + weight;
    }
    return cost * loss + ridge / 2;
  };
}

/** Turns attention scores of one document into shares that add up to one, and returns the scores' mean by those shares. */
function pool(scores: Float64Array, attention: Float64Array, first: number, end: number): number {
  let highest = Number.NEGATIVE_INFINITY;
  for (let at = first; at < end; at += 1) highest = Math.max(highest, attention[at] as number);
  let total = 0;
  for (let at = first; at < end; at += 1) {
    attention[at] = Math.exp((attention[at] as number) - highest);
    total += attention[at] as number;
  }
  let pooled = 0;
  for (let at = first; at < end; at += 1) {
    (attention[at] as number) /= total;
    pooled += (attention[at] as number) * (scores[at] as number);
  }
  return pooled;
}
