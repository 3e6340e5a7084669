import { describe, expect, it } from 'vitest';
import { createRandom } from '../../shared/random.ts';
import { bestThreshold, outOfReach } from './label-models.ts';
import { type Example, trainLinearSvm } from './linear-svm.ts';
import { fitLogistic, logit } from './logistic-regression.ts';

describe('linear support vector machine', () => {
  const example = (buckets: number[], positive: boolean): Example => ({
    buckets: Uint16Array.from(buckets),
    factor: 1,
    positive,
    cost: 10,
  });
  const values = new Float64Array(4).fill(1);
  const examples = [
    example([0, 2], true),
    example([0, 3], true),
    example([1, 2], false),
    example([1, 3], false),
  ];
  const train = () => trainLinearSvm(examples, values, createRandom(3), 60);

  it('finds the bucket that separates and gives the others no weight', () => {
    const { weights, bias } = train();
    const score = (one: Example) =>
      bias + one.buckets.reduce((sum, bucket) => sum + (weights[bucket] ?? 0), 0);
    for (const one of examples) expect(score(one) > 0).toBe(one.positive);
    expect(weights[2]).toBeCloseTo(0, 2);
    expect(weights[0]).toBeCloseTo(-(weights[1] ?? 0), 2);
  });

  it('is the same to the bit for the same seed', () => {
    expect(train()).toEqual(train());
  });
});

describe('logistic regression', () => {
  it('finds the log odds of a two-by-two table', () => {
    const table = [
      [0, 30, 10],
      [1, 12, 36],
    ] as const;
    const rows: number[][] = [];
    const positive: boolean[] = [];
    for (const [x, no, yes] of table) {
      for (let count = 0; count < no + yes; count += 1) {
        rows.push([x]);
        positive.push(count < yes);
      }
    }
    const model = fitLogistic(rows, positive, 0);
    expect(logit(model, [0])).toBeCloseTo(Math.log(10 / 30), 4);
    expect(logit(model, [1])).toBeCloseTo(Math.log(36 / 12), 4);
  });

  it('leaves a constant column without weight', () => {
    const model = fitLogistic(
      [
        [1, 0],
        [1, 1],
        [1, 1],
        [1, 0],
      ],
      [false, true, true, true],
      0.1,
    );
    expect(model.weights[0]).toBe(0);
  });
});

describe('threshold', () => {
  it('separates classes that can be separated', () => {
    const scores = Array.from({ length: 40 }, (_, index) => index);
    const actual = scores.map((score) => score >= 25);
    const threshold = bestThreshold(scores, actual, 0);
    expect(threshold).toBeGreaterThan(23);
    expect(threshold).toBeLessThan(26);
  });

  it('is low enough for the least recall, and out of reach without positives', () => {
    const scores = Array.from({ length: 40 }, (_, index) => index);
    const actual = scores.map((score) => score >= 38 || score % 10 === 0);
    const found = (leastRecall: number) => {
      const threshold = bestThreshold(scores, actual, leastRecall);
      return scores.filter((score, index) => actual[index] && score > threshold).length;
    };
    const positives = actual.filter(Boolean).length;
    expect(found(0)).toBeLessThan(positives / 2);
    expect(found(0.5)).toBeGreaterThanOrEqual(positives / 2);
    expect(found(1)).toBeGreaterThanOrEqual(positives - 1);
    expect(
      bestThreshold(
        scores,
        scores.map(() => false),
        0.4,
      ),
    ).toBe(outOfReach);
  });
});
