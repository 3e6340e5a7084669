import { expect, it } from 'vitest';
import type { Configuration } from '../../training/language-model/architecture/configuration.ts';
import { largestTrainable, trainingMemory } from './model-memory.ts';

/** The shape of SmolLM2-135M. */
const shape = {
  layers: 30,
  width: 576,
  heads: 9,
  groups: 3,
  headSize: 64,
  feedForward: 1536,
  vocabulary: 49152,
  tiedHead: true,
} as Configuration;
const pass = { tokens: 512, predictions: 128 };

it('the largest model that fits is this one where exactly this one fits, and smaller just below', () => {
  const needed = trainingMemory(shape, pass);
  const weights = largestTrainable(shape, pass, needed + 1);
  expect(weights).toBeGreaterThan(134e6);
  expect(weights).toBeLessThan(135e6);
  expect(largestTrainable(shape, pass, needed - 1e6)).toBeLessThan(weights);
});

it('grows with memory, and is none where not even one layer fits', () => {
  expect(largestTrainable(shape, pass, 16e9)).toBeGreaterThan(largestTrainable(shape, pass, 8e9));
  expect(largestTrainable(shape, pass, 100e6)).toBe(0);
});
