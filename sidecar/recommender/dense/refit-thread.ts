import { parentPort } from 'node:worker_threads';
import { z } from 'zod';
import { startData } from '../../worker-thread.ts';
import { fitVectors } from './fitted-vectors.ts';

/** The thread that `refitVectors` starts: fits once, posts what it made and ends. */
const startDataSchema = z.object({
  candidates: z.array(z.object({ text: z.string(), occupation: z.string().optional() })),
  dimensions: z.int().positive(),
  seed: z.number(),
});

const { candidates, dimensions, seed } = startData(startDataSchema);
const ranked = candidates.map(({ text, occupation }) => ({
  text,
  ...(occupation === undefined ? {} : { occupation }),
}));
const fitted = await fitVectors(ranked, { dimensions, seed });
parentPort?.postMessage(fitted);
