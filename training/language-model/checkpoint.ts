import { z } from 'zod';
import type { OptimiserState } from './optimiser.ts';
import { decodeSafetensors, encodeSafetensors, type StoredTensor } from './safetensors.ts';
import { curvePointSchema } from './training-record.ts';

/** Everything a run needs to go on after a round as if it had never stopped. */
export interface RewriterCheckpoint {
  readonly curve: readonly z.infer<typeof curvePointSchema>[];
  readonly adapters: ReadonlyMap<string, Float32Array>;
  readonly state: OptimiserState;
  readonly best: {
    readonly round: number;
    readonly reward: number;
    readonly adapters: ReadonlyMap<string, Float32Array>;
  };
  /** Rewards of the untrained model, task by task. */
  readonly base: { readonly select: readonly number[]; readonly report: readonly number[] };
}

const textSchema = z.object({
  run: z.string(),
  curve: z.array(curvePointSchema),
  step: z.int(),
  best: z.object({ round: z.int(), reward: z.number() }),
  base: z.object({ select: z.array(z.number()), report: z.array(z.number()) }),
});

/** @param run names data, seed and options: a checkpoint of anything else is not gone on with. */
export function encodeCheckpoint(checkpoint: RewriterCheckpoint, run: string): Uint8Array {
  const { curve, adapters, state, best, base } = checkpoint;
  const tensors = new Map<string, StoredTensor>();
  const parts = { adapters, best: best.adapters, first: state.first, second: state.second };
  for (const [part, matrices] of Object.entries(parts))
    for (const [name, values] of matrices) tensors.set(`${part}/${name}`, { shape: [values.length], values });
  const { round, reward } = best;
  const text = JSON.stringify({ run, curve, step: state.step, best: { round, reward }, base });
  return encodeSafetensors({ tensors, metadata: { checkpoint: text } });
}

/**
 * @returns undefined when the checkpoint is of another run.
 * @throws Error when the bytes are damaged.
 */
export function decodeCheckpoint(bytes: Uint8Array, run: string): RewriterCheckpoint | undefined {
  const { tensors, metadata } = decodeSafetensors(bytes);
  const { step, best, ...text } = textSchema.parse(JSON.parse(metadata.checkpoint ?? 'null'));
  if (text.run !== run) return undefined;
  const part = (name: string) =>
    new Map(
      [...tensors].flatMap(([key, { values }]) =>
        key.startsWith(`${name}/`) ? [[key.slice(name.length + 1), values] as const] : [],
      ),
    );
  return {
    curve: text.curve,
    base: text.base,
    adapters: part('adapters'),
    state: { step, first: part('first'), second: part('second') },
    best: { ...best, adapters: part('best') },
  };
}
