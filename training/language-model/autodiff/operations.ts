import type { Tensor } from '../onnx/graph.ts';
import { arithmetic } from './arithmetic.ts';
import type { Tape } from './tape.ts';

/** Differentiable operations of a transformer. Each states what it has a gradient for; frozen weights have none. */
export interface Operations {
  /** `a + b`, equal shapes; gradients for both. */
  add(a: Tensor, b: Tensor): Tensor;
  /** `x + bias`, the bias frozen. */
  addFrozen(x: Tensor, bias: Tensor): Tensor;
  /** `x · factor` for a plain number. */
  scale(x: Tensor, factor: number): Tensor;
  /** `x Wᵀ` with `W` of shape [out, in] as model files store it, frozen. */
  linear(x: Tensor, weight: Tensor): Tensor;
  /** `x A B · scale`: the low-rank correction of LoRA (Hu et al. 2021, arXiv 2106.09685); gradients for x, A and B. */
  lowRank(x: Tensor, a: Tensor, b: Tensor, scale: number): Tensor;
  /** Root-mean-square norm over the last axis times a frozen gain (Zhang and Sennrich 2019, arXiv 1910.07467). */
  rmsNorm(x: Tensor, gain: Tensor, epsilon: number): Tensor;
  /** Rotary positions on [tokens, heads, size] (Su et al. 2021, arXiv 2104.09864); halves are rotated as in GPT-NeoX. */
  rotate(x: Tensor, cosine: Tensor, sine: Tensor): Tensor;
  /** Softmax attention with an additive mask [tokens, seen]; q [tokens, heads, size], k and v [seen, groups, size] → [tokens, heads · size]. */
  attention(q: Tensor, k: Tensor, v: Tensor, mask: Tensor, scale: number): Tensor;
  /** `silu(a) · b` or, for Gemma, `gelu(a) · b` (Shazeer 2020, arXiv 2002.05202). */
  gated(a: Tensor, b: Tensor, activation: 'silu' | 'gelu'): Tensor;
  /** Rows of x [rows, size] chosen by a frozen selector [chosen, rows] with one 1 a row; a row may be chosen several times. */
  select(x: Tensor, selector: Tensor): Tensor;
  /** Another shape of the same values. */
  reshape(x: Tensor, shape: readonly number[]): Tensor;
}

export function operations(tape: Tape): Operations {
  const math = arithmetic(tape.graph);
  const { add, subtract, multiply, scalar } = math;

  const transpose = (x: Tensor, order: readonly number[]): Tensor => {
    const inverse = order.map((_, axis) => order.indexOf(axis));
    return tape.record(math.transpose(x, order), (g) => [[x, math.transpose(g, inverse)]]);
  };
  const reshape = (x: Tensor, shape: readonly number[]): Tensor =>
    tape.record(math.reshape(x, shape), (g) => [[x, math.reshape(g, x.shape)]]);

  return {
    reshape,
    add: (a, b) =>
      tape.record(add(a, b), (g) => [
        [a, g],
        [b, g],
      ]),
    addFrozen: (x, bias) => tape.record(add(x, bias), (g) => [[x, g]]),
    select: (x, selector) =>
      tape.record(math.product(selector, x), (g) => [[x, math.transposedProduct(selector, g)]]),
    scale: (x, factor) => {
      const k = scalar(factor);
      return tape.record(multiply(x, k), (g) => [[x, multiply(g, k)]]);
    },
    linear: (x, weight) =>
      tape.record(math.productTransposed(x, weight), (g) => [[x, math.product(g, weight)]]),
    lowRank: (x, a, b, factor) => {
      const k = scalar(factor);
      const inner = multiply(math.product(x, a), k);
      return tape.record(math.product(inner, b), (g) => {
        const innerGradient = multiply(math.productTransposed(g, b), k);
        return [
          [b, math.transposedProduct(inner, g)],
          [a, math.transposedProduct(x, innerGradient)],
          [x, math.productTransposed(innerGradient, a)],
        ];
      });
    },
    rmsNorm: (x, gain, epsilon) => {
      const inverse = math.reciprocalRoot(add(math.meanLast(multiply(x, x)), scalar(epsilon)));
      const normal = multiply(x, inverse);
      return tape.record(multiply(normal, gain), (g) => {
        const gained = multiply(g, gain);
        const along = multiply(normal, math.meanLast(multiply(gained, normal)));
        return [[x, multiply(inverse, subtract(gained, along))]];
      });
    },
    rotate: (x, cosine, sine) => {
      const half = quarterTurn(tape, x.shape.at(-1) ?? 0);
      const rotated = add(multiply(x, cosine), multiply(math.product(x, half.forward), sine));
      return tape.record(rotated, (g) => [
        [x, add(multiply(g, cosine), math.product(multiply(g, sine), half.backward))],
      ]);
    },
    attention: (q, k, v, mask, factor) => {
      const [tokens = 1, heads = 1, size = 1] = q.shape;
      const [seen = 1, groups = 1] = k.shape;
      const perGroup = heads / groups;
      // The heads that share one key and value group stand below each other: one product serves them all.
      const queries = reshape(transpose(q, [1, 0, 2]), [groups, perGroup * tokens, size]);
      const keys = transpose(k, [1, 0, 2]);
      const values = transpose(v, [1, 0, 2]);
      const scaled = scalar(factor);
      const scores = multiply(math.product(queries, math.transpose(keys, [0, 2, 1])), scaled);
      const shaped = math.reshape(scores, [groups, perGroup, tokens, seen]);
      const weights = math.reshape(math.softmax(add(shaped, mask)), scores.shape);
      const mixed = tape.record(math.product(weights, values), (g) => {
        const weightGradient = math.product(g, math.transpose(values, [0, 2, 1]));
        const inside = subtract(weightGradient, math.sumLast(multiply(weightGradient, weights)));
        const scoreGradient = multiply(multiply(weights, inside), scaled);
        return [
          [values, math.product(math.transpose(weights, [0, 2, 1]), g)],
          [queries, math.product(scoreGradient, keys)],
          [keys, math.product(math.transpose(scoreGradient, [0, 2, 1]), queries)],
        ];
      });
      return reshape(transpose(reshape(mixed, [heads, tokens, size]), [1, 0, 2]), [tokens, heads * size]);
    },
    gated: (a, b, activation) => {
      const { value, slope } = activation === 'silu' ? silu(a) : gelu(a);
      return tape.record(multiply(value, b), (g) => [
        [b, multiply(g, value)],
        [a, multiply(multiply(g, b), slope())],
      ]);
    },
  };

  /** `a σ(a)` and its slope `σ(a) (1 + a (1 - σ(a)))`. */
  function silu(a: Tensor) {
    const s = math.sigmoid(a);
    return {
      value: multiply(a, s),
      slope: () => multiply(s, add(scalar(1), multiply(a, subtract(scalar(1), s)))),
    };
  }

  /** The tanh form of GELU (Hendrycks and Gimpel 2016, arXiv 1606.08415) and its slope. */
  function gelu(a: Tensor) {
    const k = Math.sqrt(2 / Math.PI);
    const square = multiply(a, a);
    const t = math.tanh(multiply(multiply(scalar(k), a), add(scalar(1), multiply(scalar(0.044715), square))));
    const halfOnePlus = multiply(scalar(0.5), add(scalar(1), t));
    return {
      value: multiply(a, halfOnePlus),
      slope: () => {
        const inner = multiply(scalar(k), add(scalar(1), multiply(scalar(3 * 0.044715), square)));
        const tSlope = multiply(subtract(scalar(1), multiply(t, t)), inner);
        return add(halfOnePlus, multiply(multiply(scalar(0.5), a), tSlope));
      },
    };
  }
}

/** Constant matrices that map (x₁, x₂) to (-x₂, x₁) and its transpose. */
function quarterTurn(tape: Tape, size: number): { forward: Tensor; backward: Tensor } {
  const half = size / 2;
  const forward = new Float32Array(size * size);
  const backward = new Float32Array(size * size);
  for (let j = 0; j < half; j += 1) {
    forward[(j + half) * size + j] = -1;
    forward[j * size + j + half] = 1;
    backward[j * size + j + half] = -1;
    backward[(j + half) * size + j] = 1;
  }
  return {
    forward: tape.graph.constant(forward, [size, size]),
    backward: tape.graph.constant(backward, [size, size]),
  };
}
