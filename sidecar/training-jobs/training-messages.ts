import { z } from 'zod';
import { progressEventSchema } from '../../shared/protocol/rewrite.ts';
import { curvePointSchema, trainingOptionsSchema } from '../../shared/protocol/training-run.ts';
import { defaultOllamaUrl } from '../language-model/ollama-client.ts';

/** What a training process is started with, as its one argument. */
export const trainingStartSchema = z.object({
  directory: z.string(),
  runId: z.string(),
  options: trainingOptionsSchema,
  /** Named in the audit log. */
  actor: z.string(),
  /** Where a language model is served. */
  ollamaUrl: z.string().default(defaultOllamaUrl),
});

/**
 * What a training process tells while it runs. State and curve are in the database before they are told, so that nothing
 * is lost with whoever listens.
 */
export const trainingMessageSchema = z.discriminatedUnion('type', [
  /** The run's row has changed: it runs, is done or has failed. */
  z.object({ type: z.literal('moved') }),
  z.object({ type: z.literal('epoch'), point: curvePointSchema }),
  z.object({ type: z.literal('progress'), ...progressEventSchema.shape }),
  /** A fault of ours, by name and place; never with a message that might quote someone. */
  z.object({ type: z.literal('fault'), error: z.string(), at: z.string() }),
]);

export type TrainingStart = z.input<typeof trainingStartSchema>;
export type TrainingMessage = z.infer<typeof trainingMessageSchema>;
