import { once } from 'node:events';
import { z } from 'zod';
import { startWorker } from '../../worker-thread.ts';
import type { RankedCandidate } from '../candidate.ts';
import type { FitOptions, FittedVectors } from './fitted-vectors.ts';

const floats = z.custom<Float32Array>((value) => value instanceof Float32Array);
const fittedSchema = z.object({
  model: z.object({ dimensions: z.number(), vocabulary: z.map(z.string(), z.number()), projection: floats }),
  changedShare: z.number(),
  fittedOn: z.array(z.string()),
  keys: z.array(z.string()),
  rows: floats,
});

/**
 * `fitVectors` in a thread of its own, so that requests are answered from the old vectors meanwhile.
 * @throws the signal's reason when aborted; the thread has ended then.
 */
export async function refitVectors(
  candidates: readonly Pick<RankedCandidate, 'text' | 'occupation'>[],
  { dimensions, seed, signal }: Pick<FitOptions, 'dimensions' | 'seed' | 'signal'>,
): Promise<FittedVectors> {
  signal?.throwIfAborted();
  const texts = candidates.map(({ text, occupation }) => ({ text, occupation }));
  const thread = startWorker(new URL('./refit-thread.ts', import.meta.url), {
    candidates: texts,
    dimensions,
    seed,
  });
  // A command that is done does not wait for it.
  thread.unref();
  try {
    const [fitted] = await once(thread, 'message', signal ? { signal } : {});
    return fittedSchema.parse(fitted);
  } finally {
    await thread.terminate();
  }
}
