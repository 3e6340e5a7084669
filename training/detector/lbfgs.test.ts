import { describe, expect, it } from 'vitest';
import { minimise } from './lbfgs.ts';

describe('minimise', () => {
  it("finds the lowest point of Rosenbrock's valley", () => {
    const valley = (point: Float64Array, gradient: Float64Array) => {
      const [x = 0, y = 0] = point;
      gradient[0] = -2 * (1 - x) - 400 * x * (y - x * x);
      gradient[1] = 200 * (y - x * x);
      return (1 - x) ** 2 + 100 * (y - x * x) ** 2;
    };
    const [x, y] = minimise(valley, Float64Array.of(-1.2, 1), 200, 1e-14);
    expect(x).toBeCloseTo(1, 4);
    expect(y).toBeCloseTo(1, 4);
  });

  it('leaves the start as it is and stays where nothing can be won', () => {
    const start = Float64Array.of(3);
    const bowl = (point: Float64Array, gradient: Float64Array) => {
      gradient[0] = 2 * (point[0] ?? 0);
      return (point[0] ?? 0) ** 2;
    };
    expect(minimise(bowl, start, 50)[0]).toBeCloseTo(0, 6);
    expect([...start]).toEqual([3]);
    expect([...minimise(bowl, Float64Array.of(0), 50)]).toEqual([0]);
  });
});
