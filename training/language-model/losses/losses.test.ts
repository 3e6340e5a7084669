import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedTokens, imitationWeights } from './imitation.ts';
import { advantages, policyGradientWeights } from './policy-gradient.ts';
import { preferenceMargin, preferenceWeights } from './preference.ts';

const rewards = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 2, maxLength: 8 });
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

describe('advantages', () => {
  it('leave-one-out is the reward minus the mean of the others', () => {
    expect(advantages([1, 2, 6], 'leave-one-out')).toEqual([1 - 4, 2 - 3.5, 6 - 1.5]);
  });

  it('sum to zero within a group, whatever the baseline, and do not change when every reward is shifted', () => {
    fc.assert(
      fc.property(
        rewards,
        fc.constantFrom('leave-one-out' as const, 'group' as const),
        (values, baseline) => {
          const gained = advantages(values, baseline);
          expect(sum(gained)).toBeCloseTo(0, 6);
          if (baseline === 'leave-one-out')
            for (const [i, value] of advantages(
              values.map((v) => v + 3),
              baseline,
            ).entries())
              expect(value).toBeCloseTo(gained[i] ?? 0, 8);
        },
      ),
    );
  });

  it('equal rewards teach nothing', () => {
    expect(advantages([2, 2, 2], 'group')).toEqual([0, 0, 0]);
    expect(advantages([5], 'leave-one-out')).toEqual([0]);
  });
});

describe('policyGradientWeights', () => {
  const group = { prompt: [1, 2], answers: [[3, 4], [5]], rewards: [1, 0] };
  const scores = (current: number[], base: number[], drawn: number[]) => ({
    current: Float32Array.from(current),
    base: Float32Array.from(base),
    drawn: Float32Array.from(drawn),
  });
  const rounded = (weights: readonly number[] | undefined) => weights?.map((w) => Math.round(w * 1e6) / 1e6);

  it('weighs answer tokens by advantage less the log-ratio to the base, never the prompt', () => {
    const [better] = policyGradientWeights(
      [group],
      [[scores([-1, -1], [-1.5, -1], [-1, -1]), scores([-2], [-2], [-2])]],
      { baseline: 'leave-one-out', klWeight: 0.2 },
    );
    expect(better?.tokens).toEqual([1, 2, 3, 4]);
    expect(rounded(better?.weights)).toEqual([0, 0, 0.225, 0.25]);
  });

  it('weighs by how much likelier a token became, and stops pushing what was pushed far enough', () => {
    const [better, worse] = policyGradientWeights(
      [group],
      [
        [
          scores([Math.log(0.55), Math.log(0.7)], [0, 0], [Math.log(0.5), Math.log(0.5)]),
          scores([Math.log(0.3)], [0], [Math.log(0.5)]),
        ],
      ],
      { baseline: 'leave-one-out', klWeight: 0 },
    );
    expect(rounded(better?.weights)).toEqual([0, 0, 0.275, 0]);
    expect(rounded(worse?.weights)).toEqual([0, 0, 0]);
  });

  it('still pushes back what moved the wrong way', () => {
    const [better, worse] = policyGradientWeights(
      [group],
      [
        [
          scores([Math.log(0.25), Math.log(0.5)], [0, 0], [Math.log(0.5), Math.log(0.5)]),
          scores([Math.log(0.75)], [0], [Math.log(0.5)]),
        ],
      ],
      { baseline: 'leave-one-out', klWeight: 0 },
    );
    expect(rounded(better?.weights)).toEqual([0, 0, 0.125, 0.25]);
    expect(rounded(worse?.weights)).toEqual([0, 0, -0.75]);
  });
});

describe('preferenceWeights', () => {
  const pair = { prompt: [1], better: [2, 3], worse: [4] };

  it('are the derivative of -log sigmoid(margin) in each token log-probability', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -8, max: 0, noNaN: true }),
        fc.double({ min: -8, max: 0, noNaN: true }),
        (better, worse) => {
          const scores = { better, worse };
          const loss = (change: number) =>
            Math.log1p(Math.exp(-preferenceMargin({ ...scores, better: better + change }, 0.5)));
          const slope = (loss(1e-5) - loss(-1e-5)) / 2e-5;
          const [up, down] = preferenceWeights([pair], [scores], 0.5);
          expect(up?.weights[1]).toBeCloseTo(-slope, 5);
          expect(down?.weights[1]).toBeCloseTo(slope, 5);
        },
      ),
    );
  });

  it('names the pair that has no scores', () => {
    expect(() => preferenceWeights([pair], [], 1)).toThrow(/Pair 0 has no scores/);
  });
});

describe('imitationWeights', () => {
  it('is the mean over all tokens where nothing is known to be changed, or everything is', () => {
    const weights = [0, 1 / 3, 1 / 3, 1 / 3];
    const tokens = [1, 2, 3, 4];
    expect(imitationWeights([{ prompt: [1], answer: [2, 3, 4] }])).toEqual([{ tokens, weights }]);
    const changed = [true, true, true];
    expect(imitationWeights([{ prompt: [1], answer: [2, 3, 4], changed }])).toEqual([{ tokens, weights }]);
  });

  it('gives half of the weight to the changed tokens of all texts together', () => {
    const copied = { prompt: [1], answer: [2, 3] };
    const mended = { prompt: [1], answer: [2, 9, 4], changed: [false, true, false] };
    const [first, second] = imitationWeights([copied, mended]);
    expect(first?.weights).toEqual([0, 0.125, 0.125]);
    expect(second?.weights).toEqual([0, 0.125, 0.5, 0.125]);
  });
});

it('tells the tokens that a copy does not have', () => {
  expect(changedTokens([1, 2, 3, 4], [1, 7, 8, 3, 4, 5])).toEqual([false, true, true, false, false, true]);
  expect(changedTokens([1, 2, 3], [1, 3])).toEqual([false, false]);
});
