import { expect, it } from 'vitest';
import { trainSeveral } from './negative-control.ts';

it('keeps and promotes what learned something', async () => {
  expect(await trainSeveral('planted', 3)).toEqual({ kept: 3, promoted: 3 });
}, 120_000);

it('keeps almost nothing where rewards are permuted over the answers, so that nothing can be learned', async () => {
  // At 2.5 % a run, more than two of twenty have a chance under 2 %.
  expect((await trainSeveral('permuted', 20)).kept).toBeLessThanOrEqual(2);
}, 120_000);
