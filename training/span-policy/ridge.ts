/** One observation: which features it has (a repeated feature counts twice) and what was seen. */
export interface SparseRow {
  readonly features: readonly number[];
  readonly value: number;
}

/**
 * Ridge regression `min_w sum (x w - y)^2 + penalty |w|^2` by conjugate gradients on the normal equations, exact after as
 * many steps as there are features and close long before. Source: Hestenes and Stiefel 1952.
 * @returns one weight a feature
 */
export function ridge(
  rows: readonly SparseRow[],
  size: number,
  penalty: number,
  steps = 60,
): Float64Array<ArrayBuffer> {
  const predict = (row: SparseRow, weights: Float64Array) =>
    row.features.reduce((sum, feature) => sum + (weights[feature] as number), 0);
  const add = (target: Float64Array, row: SparseRow, amount: number) => {
    for (const feature of row.features) target[feature] = (target[feature] as number) + amount;
  };
  const weights = new Float64Array(size);
  const residual = new Float64Array(size);
  for (const row of rows) add(residual, row, row.value);
  const direction = residual.slice();
  const image = new Float64Array(size);
  let error = dot(residual, residual);
  for (let step = 0; step < steps && error > 1e-18; step += 1) {
    for (let i = 0; i < size; i += 1) image[i] = penalty * (direction[i] as number);
    for (const row of rows) add(image, row, predict(row, direction));
    const length = error / dot(direction, image);
    for (let i = 0; i < size; i += 1) {
      weights[i] = (weights[i] as number) + length * (direction[i] as number);
      residual[i] = (residual[i] as number) - length * (image[i] as number);
    }
    const next = dot(residual, residual);
    for (let i = 0; i < size; i += 1) {
      direction[i] = (residual[i] as number) + (next / error) * (direction[i] as number);
    }
    error = next;
  }
  return weights;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] as number) * (b[i] as number);
  return sum;
}
