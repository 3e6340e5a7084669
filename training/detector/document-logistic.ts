import { minimise } from './lbfgs.ts';
import type { LinearModel } from './linear-model.ts';
import { pack, score, spread } from './packed-rows.ts';
import { sigmoid, softplus } from './sigmoid.ts';

/** A whole document: its distinct buckets, and a factor on all their values. */
export interface DocumentRow {
  readonly buckets: Uint16Array;
  readonly factor: number;
  readonly positive: boolean;
}

export interface DocumentSettings {
  /** Cost of a mistake against the ridge penalty; larger fits closer. */
  readonly cost: number;
  /** How often a document with the label counts, for few have it. */
  readonly labelled: number;
}

const rounds = 40;

/**
 * Logistic regression over the hashed words of a document, with a ridge penalty.
 * @param values value of each bucket when set; its length is the number of buckets.
 * @returns weights to be multiplied by the document's factor.
 */
export function trainDocumentLogistic(
  documents: readonly DocumentRow[],
  values: Float64Array,
  { cost, labelled }: DocumentSettings,
): LinearModel {
  const size = values.length;
  const rows = pack(documents.map(({ buckets }) => buckets));
  const scores = new Float64Array(documents.length);
  const slopes = new Float64Array(documents.length);
  const solution = minimise(
    (point, gradient) => {
      const bias = point[size] as number;
      const weighted = values.map((value, bucket) => value * (point[bucket] as number));
      score(rows, weighted, 0, scores);
      let loss = 0;
      let biasSlope = 0;
      documents.forEach(({ factor, positive }, index) => {
        const weight = cost * (positive ? labelled : 1);
        const scored = bias + factor * (scores[index] as number);
        loss += weight * softplus(positive ? -scored : scored);
        const slope = weight * (sigmoid(scored) - Number(positive));
        biasSlope += slope;
        slopes[index] = slope * factor;
      });
      gradient.fill(0);
      spread(rows, slopes, gradient);
      let ridge = 0;
      for (let bucket = 0; bucket < size; bucket += 1) {
        const weight = point[bucket] as number;
        ridge += weight * weight;
        gradient[bucket] = (gradient[bucket] as number) * (values[bucket] as number) + weight;
      }
      gradient[size] = biasSlope;
      return loss + ridge / 2;
    },
    new Float64Array(size + 1),
    rounds,
  );
  return {
    weights: solution.subarray(0, size).map((weight, bucket) => weight * (values[bucket] as number)),
    bias: solution[size] as number,
  };
}
