import { describe, expect, it } from 'vitest';
import { createOptimiserState, learningRateAt, optimiserSettingsSchema, optimiserStep } from './optimiser.ts';

const settings = optimiserSettingsSchema.parse({ learningRate: 0.1, warmUp: 0, steps: 400, clip: 1000 });

describe('optimiserStep', () => {
  it('finds the minimum of a badly scaled quadratic', () => {
    const parameters = new Map([['x', Float32Array.from([5, -3])]]);
    const state = createOptimiserState();
    for (let step = 0; step < 400; step += 1) {
      const [a = 0, b = 0] = parameters.get('x') ?? [];
      optimiserStep(
        parameters,
        new Map([['x', Float32Array.from([2 * (a - 1), 200 * (b - 2)])]]),
        state,
        settings,
      );
    }
    expect(parameters.get('x')?.[0]).toBeCloseTo(1, 1);
    expect(parameters.get('x')?.[1]).toBeCloseTo(2, 1);
  });

  it('its first step is the learning rate against the sign, plus decay of the value itself', () => {
    const parameters = new Map([['x', Float32Array.from([2])]]);
    const decayed = { ...settings, weightDecay: 0.1 };
    optimiserStep(parameters, new Map([['x', Float32Array.from([0.3])]]), createOptimiserState(), decayed);
    expect(parameters.get('x')?.[0]).toBeCloseTo(2 - learningRateAt(1, decayed) * (1 + 0.1 * 2), 5);
  });

  it('refuses a gradient that is not finite and changes nothing', () => {
    const parameters = new Map([['x', Float32Array.from([2])]]);
    const state = createOptimiserState();
    expect(() =>
      optimiserStep(parameters, new Map([['x', Float32Array.from([Number.NaN])]]), state, settings),
    ).toThrow(/NaN/);
    expect(parameters.get('x')?.[0]).toBe(2);
    expect(state.step).toBe(0);
  });

  it('scales a long gradient down to the clip and reports its own length', () => {
    const state = createOptimiserState();
    const parameters = new Map([['x', Float32Array.from([0, 0])]]);
    const norm = optimiserStep(parameters, new Map([['x', Float32Array.from([30, 40])]]), state, {
      ...settings,
      clip: 1,
    });
    expect(norm).toBe(50);
    expect([...(state.first.get('x') ?? [])].map((v) => Math.round(v * 1000) / 1000)).toEqual([0.06, 0.08]);
  });
});

it('learningRateAt warms up, peaks and falls to a tenth', () => {
  const schedule = { ...settings, warmUp: 10, steps: 100 };
  expect(learningRateAt(5, schedule)).toBeCloseTo(0.05);
  expect(learningRateAt(10, schedule)).toBeCloseTo(0.1);
  expect(learningRateAt(100, schedule)).toBeCloseTo(0.01);
  expect(learningRateAt(500, schedule)).toBeCloseTo(0.01);
});
