import { expect, it } from 'vitest';
import { trainSeveral } from './negative-control.ts';

it('of 200 models that had nothing to learn almost none is kept', async () => {
  const counts = await trainSeveral('permuted', 200);
  console.log(`of 200 with permuted rewards ${counts.kept} kept, ${counts.promoted} promoted`);
  // At 2.5 % a run, more than eleven have a chance of .2 %.
  expect(counts.kept).toBeLessThanOrEqual(11);
}, 600_000);
