import { once } from 'node:events';
import { z } from 'zod';
import { progressEventSchema } from '../../shared/protocol/rewrite.ts';
import { startWorker } from '../worker-thread.ts';
import type { PrepareRun } from './market.ts';

/** What the thread is started with. */
export const preparationSchema = z.object({ directory: z.string(), seed: z.number() });

/**
 * Loads the sample company where it is due and makes what a recommender over the pool needs, in a thread that ends with it: whoever
 * asks for anything meanwhile is answered, and its garbage ends with the thread.
 * @throws what the thread failed with, or the signal's reason
 */
export async function prepareMarket(
  options: z.infer<typeof preparationSchema>,
  { signal, onProgress }: PrepareRun,
): Promise<void> {
  signal.throwIfAborted();
  const thread = startWorker(new URL('./prepare-thread.ts', import.meta.url), options);
  thread.on('message', (message) => onProgress(progressEventSchema.parse(message)));
  try {
    await once(thread, 'exit', { signal });
  } finally {
    await thread.terminate();
  }
}
