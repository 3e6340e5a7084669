import { expect, it } from 'vitest';
import { describeErasure, nextNight } from './erase.ts';

const erasure = { people: 1, folders: ['data'], unreachable: [], stale: ['policy-1', 'autorefine-own:1'] };

it('names what was learned with the person in it, and the day on which it is learned again', () => {
  const again = nextNight(new Date(2026, 0, 31, 14, 30), 2);
  expect(again).toEqual(new Date(2026, 1, 1, 2, 0));
  expect(nextNight(new Date(2026, 0, 31, 1, 59), 2)).toEqual(new Date(2026, 0, 31, 2, 0));
  expect(describeErasure(erasure, again)).toMatch(/policy-1, autorefine-own:1[\s\S]*1 February 2026/);
});

it('says that nothing learns again by itself while nightly training is off', () => {
  expect(describeErasure(erasure, undefined)).toContain('autorefine train policy');
  expect(describeErasure({ ...erasure, stale: [] }, undefined)).not.toContain('train');
});
