/** Row-major differences `better - worse`, one row a pair. */
export interface Pairs {
  readonly differences: Float32Array;
  readonly width: number;
}

export interface PairwiseOptions {
  /** Weights before anything was learned; what the data do not speak about stays there. */
  readonly prior: Float64Array;
  /** Strength of the pull towards the prior. */
  readonly ridge: number;
  readonly signal?: AbortSignal | undefined;
}

const iterations = 150;

/**
 * Weights w that minimise `mean ln(1 + exp(-w·x)) + ridge/2 |w - prior|²` over the differences x: the pairwise logistic
 * loss of RankNet with a linear score. Convex, so Nesterov's accelerated gradient finds the one minimum.
 * Source: Burges et al. (2005), Learning to rank using gradient descent; Nesterov (2004), Introductory lectures, 2.2.
 * @throws the signal's reason when aborted.
 */
export function fitPairwise({ differences, width }: Pairs, options: PairwiseOptions): Float64Array {
  const { prior, ridge, signal } = options;
  const count = differences.length / width;
  const curvature = largestSquaredLength(differences, width) / 4 + ridge;
  const ratio = Math.sqrt(ridge / curvature);
  const momentum = (1 - ratio) / (1 + ratio);
  let weights = prior.slice();
  let ahead = prior.slice();
  for (let iteration = 0; iteration < iterations; iteration += 1) {
    signal?.throwIfAborted();
    const gradient = ahead.map((weight, k) => ridge * (weight - (prior[k] ?? 0)));
    for (let start = 0; start < differences.length; start += width) {
      let margin = 0;
      for (let k = 0; k < width; k += 1) margin += (ahead[k] ?? 0) * (differences[start + k] ?? 0);
      const pull = 1 / (1 + Math.exp(margin)) / count;
      for (let k = 0; k < width; k += 1) {
        gradient[k] = (gradient[k] ?? 0) - pull * (differences[start + k] ?? 0);
      }
    }
    const before = weights;
    weights = ahead.map((weight, k) => weight - (gradient[k] ?? 0) / curvature);
    ahead = weights.map((weight, k) => weight + momentum * (weight - (before[k] ?? 0)));
  }
  return weights;
}

function largestSquaredLength(rows: Float32Array, width: number): number {
  let largest = 0;
  for (let start = 0; start < rows.length; start += width) {
    let sum = 0;
    for (let k = 0; k < width; k += 1) sum += (rows[start + k] ?? 0) ** 2;
    largest = Math.max(largest, sum);
  }
  return largest;
}
