import { z } from 'zod';
import type { Configuration } from './architecture/configuration.ts';
import { type AdapterPlace, adapterNames, projectionShape, projections } from './architecture/projections.ts';
import { modules } from './export-adapter.ts';
import { decodeSafetensors, type StoredTensor } from './safetensors.ts';

/** What of `adapter_config.json` decides what the matrices mean; everything that would change it is refused. */
const configSchema = z.object({
  peft_type: z.literal('LORA'),
  r: z.int().positive(),
  lora_alpha: z.number().positive(),
  use_rslora: z.literal(false).optional(),
  use_dora: z.literal(false).optional(),
  fan_in_fan_out: z.literal(false).optional(),
  bias: z.literal('none').optional(),
  modules_to_save: z.null().optional(),
  lora_bias: z.literal(false).optional(),
  layer_replication: z.null().optional(),
  rank_pattern: z.record(z.string(), z.never()).optional(),
  alpha_pattern: z.record(z.string(), z.never()).optional(),
});

/** An adapter that another trainer made, as the merge takes it. */
export interface ImportedAdapter {
  readonly adapters: ReadonlyMap<string, Float32Array>;
  readonly places: readonly AdapterPlace[];
  readonly rank: number;
  readonly alpha: number;
}

/** The adapter cannot be taken; the message names what is wrong and what would do. */
export class AdapterError extends Error {
  override readonly name = 'AdapterError';
}

/**
 * Reads the two files of a PEFT folder (`adapter_config.json`, `adapter_model.safetensors`), as TRL, OpenRLHF or verl leave them:
 * the way back of `exportAdapter`. Nothing is left out in silence: a matrix of another shape, a place that the model does not
 * have, or a value that is not finite refuses the whole adapter.
 * @throws AdapterError
 */
export function importAdapter(
  configuration: Configuration,
  files: { readonly config: string; readonly tensors: Uint8Array },
): ImportedAdapter {
  const { r: rank, lora_alpha: alpha } = readConfig(files.config);
  const left = new Map(readTensors(files.tensors));
  const take = (name: string, shape: readonly [number, number]): Float32Array | undefined => {
    const tensor = left.get(name);
    if (tensor === undefined) return undefined;
    left.delete(name);
    if (tensor.shape.join() !== shape.join())
      throw new AdapterError(
        `"${name}" is ${tensor.shape.join(' x ')}; this model takes ${shape.join(' x ')}. Was it trained on another base?`,
      );
    if (!tensor.values.every(Number.isFinite))
      throw new AdapterError(`"${name}" holds a value that is not finite; the training diverged.`);
    return transposed(tensor.values, ...shape);
  };

  const adapters = new Map<string, Float32Array>();
  const places: AdapterPlace[] = [];
  for (let layer = 0; layer < configuration.layers; layer += 1) {
    for (const projection of projections) {
      const [inputs, outputs] = projectionShape(configuration, projection);
      const module = `base_model.model.model.layers.${layer}.${modules[projection]}`;
      const a = take(`${module}.lora_A.weight`, [rank, inputs]);
      const b = take(`${module}.lora_B.weight`, [outputs, rank]);
      if (a === undefined && b === undefined) continue;
      if (a === undefined || b === undefined)
        throw new AdapterError(`"${module}" has one of its two matrices; the file is not whole.`);
      const place = { layer, projection };
      const names = adapterNames(place);
      adapters.set(names.a, a).set(names.b, b);
      places.push(place);
    }
  }
  const [unknown] = left.keys();
  if (unknown !== undefined)
    throw new AdapterError(
      `"${unknown}" has no place in this model; adapt only ${Object.values(modules).join(', ')}.`,
    );
  if (places.length === 0) throw new AdapterError('The file holds no adapter matrix.');
  return { adapters, places, rank, alpha };
}

function readConfig(text: string): z.infer<typeof configSchema> {
  try {
    return configSchema.parse(JSON.parse(text));
  } catch (cause) {
    const why = cause instanceof z.ZodError ? z.prettifyError(cause) : String(cause);
    throw new AdapterError(
      `adapter_config.json is not of a plain LoRA adapter: ${why}. Train with peft_type LORA, without rsLoRA, DoRA, biases or ranks of single layers.`,
      { cause },
    );
  }
}

function readTensors(bytes: Uint8Array): ReadonlyMap<string, StoredTensor> {
  try {
    return decodeSafetensors(bytes).tensors;
  } catch (cause) {
    throw new AdapterError(
      `adapter_model.safetensors cannot be read: ${cause instanceof Error ? cause.message : cause}. Save it as float32, float16 or bfloat16: model.save_pretrained(…).`,
      { cause },
    );
  }
}

/** A stored [rows, columns] matrix as [columns, rows]. */
function transposed(values: Float32Array, rows: number, columns: number): Float32Array {
  const turned = new Float32Array(values.length);
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1)
      turned[column * rows + row] = values[row * columns + column] ?? 0;
  return turned;
}
