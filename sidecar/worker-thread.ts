import { Worker, workerData } from 'node:worker_threads';
import { z } from 'zod';

const startedWithSchema = z.object({ module: z.string(), data: z.unknown() });

/**
 * Starts a worker thread from a TypeScript module. Whoever starts it terminates it.
 * @param data what `startData` gives inside the thread; anything that can be cloned.
 */
export function startWorker(module: URL, data?: unknown): Worker {
  return new Worker(new URL('./worker-start.mjs', import.meta.url), {
    workerData: { module: module.href, data },
  });
}

/** Inside a thread: what it was started with. */
export function startData<T>(schema: z.ZodType<T>): T {
  return schema.parse(startedWithSchema.parse(workerData).data);
}
