import { describe, expect, it } from 'vitest';
import { type GradientCase, largestGradientError } from './gradient-check.fixture.ts';
import { operations } from './operations.ts';

const causalMask = (tokens: number) =>
  Float32Array.from({ length: tokens * tokens }, (_, i) => (i % tokens <= Math.floor(i / tokens) ? 0 : -1e9));
const angles = (tokens: number, size: number, f: (x: number) => number) =>
  Float32Array.from({ length: tokens * size }, (_, i) =>
    f(Math.floor(i / size) / 10 ** ((i % (size / 2)) / (size / 2))),
  );

const cases: Record<string, GradientCase> = {
  add: { inputs: { a: [3, 4], b: [3, 4] }, build: (tape, { a, b }) => operations(tape).add(a!, b!) },
  'add, one tensor twice': { inputs: { a: [3, 4] }, build: (tape, { a }) => operations(tape).add(a!, a!) },
  addFrozen: {
    inputs: { x: [3, 4] },
    frozenShapes: { bias: [4] },
    build: (tape, { x, bias }) => operations(tape).addFrozen(x!, bias!),
  },
  scale: { inputs: { x: [3, 4] }, build: (tape, { x }) => operations(tape).scale(x!, 2.5) },
  linear: {
    inputs: { x: [3, 4] },
    frozenShapes: { w: [5, 4] },
    build: (tape, { x, w }) => operations(tape).linear(x!, w!),
  },
  lowRank: {
    inputs: { x: [3, 6], a: [6, 2], b: [2, 5] },
    build: (tape, { x, a, b }) => operations(tape).lowRank(x!, a!, b!, 2),
  },
  rmsNorm: {
    inputs: { x: [3, 8] },
    frozenShapes: { gain: [8] },
    build: (tape, { x, gain }) => operations(tape).rmsNorm(x!, gain!, 1e-5),
  },
  rotate: {
    inputs: { x: [5, 2, 8] },
    frozenShapes: { cosine: [5, 1, 8], sine: [5, 1, 8] },
    frozen: { cosine: angles(5, 8, Math.cos), sine: angles(5, 8, Math.sin) },
    build: (tape, { x, cosine, sine }) => operations(tape).rotate(x!, cosine!, sine!),
  },
  'attention, every head its own keys': {
    inputs: { q: [5, 2, 4], k: [5, 2, 4], v: [5, 2, 4] },
    frozenShapes: { mask: [5, 5] },
    frozen: { mask: causalMask(5) },
    build: (tape, { q, k, v, mask }) => operations(tape).attention(q!, k!, v!, mask!, 0.5),
  },
  'attention, three heads a group': {
    inputs: { q: [4, 6, 4], k: [4, 2, 4], v: [4, 2, 4] },
    frozenShapes: { mask: [4, 4] },
    frozen: { mask: causalMask(4) },
    build: (tape, { q, k, v, mask }) => operations(tape).attention(q!, k!, v!, mask!, 0.5),
  },
  'gated by silu': {
    inputs: { a: [3, 4], b: [3, 4] },
    build: (tape, { a, b }) => operations(tape).gated(a!, b!, 'silu'),
  },
  'gated by gelu': {
    inputs: { a: [3, 4], b: [3, 4] },
    build: (tape, { a, b }) => operations(tape).gated(a!, b!, 'gelu'),
  },
  'select, one row twice': {
    inputs: { x: [3, 4] },
    frozenShapes: { selector: [4, 3] },
    frozen: { selector: Float32Array.from([0, 1, 0, 0, 0, 1, 0, 1, 0, 1, 0, 0]) },
    build: (tape, { x, selector }) => operations(tape).select(x!, selector!),
  },
  reshape: { inputs: { x: [3, 4] }, build: (tape, { x }) => operations(tape).reshape(x!, [2, 6]) },
};

describe('gradients equal finite differences', () => {
  it.each(Object.keys(cases))('%s', async (name) => {
    // Float32 forward passes leave about 1e-3 of noise in a central difference with this step.
    expect(await largestGradientError(cases[name]!, 7)).toBeLessThan(5e-3);
  });

  it('notices a wrong gradient', async () => {
    const wrong: GradientCase = {
      inputs: { x: [3, 4] },
      build: (tape, { x }) => tape.record(tape.graph.node('Tanh', [x!], [3, 4]), (g) => [[x!, g]]),
    };
    expect(await largestGradientError(wrong, 7)).toBeGreaterThan(0.05);
  });
});
