import { describe, expect, it } from 'vitest';
import { createRandom } from '../../shared/random.ts';
import { attentionLoss, trainAttentionPooling } from './attention-pooling.ts';
import type { Bag, Instance } from './noisy-or.ts';

const settings = { cost: 10, quoted: 1, phrase: 0.5 };
const sentence = (buckets: readonly number[], quoted = false): Instance => ({
  buckets: Uint16Array.from(buckets),
  quoted,
});
/** Bucket 0 earns the label, bucket 1 does not, buckets 2 and 3 stand everywhere. */
const bags: readonly Bag[] = [
  { positive: true, instances: [sentence([0, 2]), sentence([3])] },
  { positive: true, instances: [sentence([2]), sentence([0, 3], true)] },
  { positive: false, instances: [sentence([1, 2]), sentence([3])] },
  { positive: false, instances: [sentence([2, 3]), sentence([1])] },
];
const phrases = [{ buckets: Uint16Array.from([0]), positive: true }];
const values = Float64Array.from([1, 0.5, 1, 2]);

describe('attention pooling', () => {
  it('has the gradient that differences of its loss give', () => {
    const loss = attentionLoss(bags, phrases, values, settings);
    const random = createRandom(5);
    const point = Float64Array.from({ length: 9 }, () => random.normal());
    const gradient = new Float64Array(9);
    loss(point, gradient);
    const step = 1e-5;
    point.forEach((value, at) => {
      const near = (moved: number) => loss(point.with(at, moved), new Float64Array(9));
      expect((near(value + step) - near(value - step)) / (2 * step)).toBeCloseTo(gradient[at] as number, 4);
    });
  });

  it('finds out which word earns the label', () => {
    const { weights } = trainAttentionPooling(bags, phrases, values, settings);
    expect(weights[0]).toBeGreaterThan(0.5);
    expect(weights[1]).toBeLessThan(0);
    expect(Math.abs(weights[2] as number)).toBeLessThan(weights[0] as number);
  });
});
