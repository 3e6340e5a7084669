export interface LogisticModel {
  readonly weights: number[];
  readonly bias: number;
}

const rounds = 15;
const smallStep = 1e-6;

/**
 * Logistic regression with a ridge penalty on standardised features, by Newton's method.
 * @param ridge penalty a row.
 * @returns weights of the features as given: the standardisation is folded in.
 */
export function fitLogistic(
  rows: readonly (readonly number[])[],
  positive: readonly boolean[],
  ridge: number,
): LogisticModel {
  const width = rows[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, column) => rows.map((row) => row[column] ?? 0));
  const means = columns.map(mean);
  const spreads = columns.map(
    (column, index) => Math.sqrt(mean(column.map((v) => (v - at(means, index)) ** 2))) || 1,
  );
  const scaled = rows.map((row) => [
    ...row.map((v, index) => (v - at(means, index)) / at(spreads, index)),
    1,
  ]);
  const solution = new Array<number>(width + 1).fill(0);

  for (let round = 0; round < rounds; round += 1) {
    const gradient = new Array<number>(width + 1).fill(0);
    const hessian = gradient.map(() => new Array<number>(width + 1).fill(0));
    scaled.forEach((row, index) => {
      const probability =
        1 / (1 + Math.exp(-row.reduce((sum, v, column) => sum + v * at(solution, column), 0)));
      const error = probability - Number(positive[index]);
      const curvature = probability * (1 - probability);
      row.forEach((v, column) => {
        if (v === 0) return;
        gradient[column] = at(gradient, column) + error * v;
        const line = hessian[column] as number[];
        for (let other = 0; other <= column; other += 1) {
          line[other] = at(line, other) + curvature * v * at(row, other);
        }
      });
    });
    for (let column = 0; column <= width; column += 1) {
      const penalty = column < width ? ridge * rows.length : smallStep;
      gradient[column] = at(gradient, column) + (column < width ? penalty * at(solution, column) : 0);
      (hessian[column] as number[])[column] = at(hessian[column] as number[], column) + penalty;
      for (let other = 0; other < column; other += 1) {
        (hessian[other] as number[])[column] = at(hessian[column] as number[], other);
      }
    }
    const step = solve(hessian, gradient);
    step.forEach((change, column) => {
      solution[column] = at(solution, column) - change;
    });
    if (Math.max(...step.map(Math.abs)) < smallStep) break;
  }
  const weights = spreads.map((spread, column) => at(solution, column) / spread);
  const shift = weights.reduce((sum, weight, column) => sum + weight * at(means, column), 0);
  return { weights, bias: at(solution, width) - shift };
}

export function logit({ weights, bias }: LogisticModel, row: readonly number[]): number {
  return weights.reduce((sum, weight, column) => sum + weight * at(row, column), bias);
}

/** Solves a symmetric positive definite system by Gaussian elimination. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const lines = matrix.map((row, index) => [...row, at(right, index)]);
  const size = lines.length;
  for (let pivot = 0; pivot < size; pivot += 1) {
    const from = lines[pivot] as number[];
    for (const line of lines.slice(pivot + 1)) {
      const factor = at(line, pivot) / at(from, pivot);
      if (factor === 0) continue;
      for (let column = pivot; column <= size; column += 1)
        line[column] = at(line, column) - factor * at(from, column);
    }
  }
  const solution = new Array<number>(size).fill(0);
  for (let row = size - 1; row >= 0; row -= 1) {
    const line = lines[row] as number[];
    let rest = at(line, size);
    for (let column = row + 1; column < size; column += 1) rest -= at(line, column) * at(solution, column);
    solution[row] = rest / at(line, row);
  }
  return solution;
}

function at(values: readonly number[], index: number): number {
  return values[index] ?? 0;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
