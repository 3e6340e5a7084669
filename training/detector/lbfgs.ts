/** Value of a function at `point`; writes its gradient into `gradient`. */
export type Objective = (point: Float64Array, gradient: Float64Array) => number;

const memory = 8;
/** Armijo's condition: the share of the promised fall that a step must bring. */
const sufficient = 1e-4;
const halvings = 20;

/**
 * Minimises a smooth function by L-BFGS with a backtracking line search (Nocedal & Wright 2006, "Numerical Optimization",
 * algorithms 7.4 and 7.5). Deterministic: no randomness, one order of sums.
 * @param start first point; it is not changed.
 * @param rounds most steps that are taken.
 * @param tolerance relative fall of the value below which it stops.
 */
export function minimise(
  objective: Objective,
  start: Float64Array,
  rounds: number,
  tolerance = 1e-5,
): Float64Array {
  let point = start.slice();
  let gradient = new Float64Array(point.length);
  let value = objective(point, gradient);
  const pairs: Pair[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const direction = descentDirection(gradient, pairs);
    const slope = dot(gradient, direction);
    const nextPoint = new Float64Array(point.length);
    const nextGradient = new Float64Array(point.length);
    let nextValue = Number.POSITIVE_INFINITY;
    let length = 1;
    for (let halving = 0; halving < halvings; halving += 1) {
      for (let at = 0; at < point.length; at += 1) {
        nextPoint[at] = (point[at] as number) + length * (direction[at] as number);
      }
      nextValue = objective(nextPoint, nextGradient);
      if (nextValue <= value + sufficient * length * slope) break;
      length /= 2;
    }
    if (!(nextValue < value)) break;
    remember(pairs, difference(nextPoint, point), difference(nextGradient, gradient));
    const fall = value - nextValue;
    [point, gradient, value] = [nextPoint, nextGradient, nextValue];
    if (fall < tolerance * Math.abs(value)) break;
  }
  return point;
}

interface Pair {
  readonly step: Float64Array;
  readonly change: Float64Array;
  /** step x change. */
  readonly curvature: number;
}

/** Two-loop recursion: minus the inverse Hessian, as the last steps show it, times the gradient. */
function descentDirection(gradient: Float64Array, pairs: readonly Pair[]): Float64Array {
  const direction = gradient.map((value) => -value);
  const factors: number[] = [];
  for (const { step, change, curvature } of pairs.toReversed()) {
    const factor = dot(step, direction) / curvature;
    factors.push(factor);
    add(direction, change, -factor);
  }
  const last = pairs.at(-1);
  const scale = last ? last.curvature / dot(last.change, last.change) : 1 / (absoluteSum(gradient) || 1);
  for (let at = 0; at < direction.length; at += 1) (direction[at] as number) *= scale;
  for (const { step, change, curvature } of pairs) {
    add(direction, step, (factors.pop() ?? 0) - dot(change, direction) / curvature);
  }
  return direction;
}

function remember(pairs: Pair[], step: Float64Array, change: Float64Array): void {
  const curvature = dot(step, change);
  if (curvature <= 1e-10) return;
  pairs.push({ step, change, curvature });
  if (pairs.length > memory) pairs.shift();
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] as number) * (b[at] as number);
  return sum;
}

function add(target: Float64Array, values: Float64Array, factor: number): void {
  for (let at = 0; at < target.length; at += 1) (target[at] as number) += factor * (values[at] as number);
}

function difference(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, at) => value - (b[at] as number));
}

function absoluteSum(values: Float64Array): number {
  return values.reduce((sum, value) => sum + Math.abs(value), 0);
}
