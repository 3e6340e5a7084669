import type { Adapters } from './adapters.ts';
import type { Configuration } from './architecture/configuration.ts';
import {
  type AdapterPlace,
  adapterNames,
  type Projection,
  projectionShape,
} from './architecture/projections.ts';
import { encodeSafetensors, type StoredTensor } from './safetensors.ts';

/** Where `transformers` keeps a projection inside a layer. */
export const modules: Readonly<Record<Projection, string>> = {
  attn_q: 'self_attn.q_proj',
  attn_k: 'self_attn.k_proj',
  attn_v: 'self_attn.v_proj',
  attn_output: 'self_attn.o_proj',
  ffn_gate: 'mlp.gate_proj',
  ffn_up: 'mlp.up_proj',
  ffn_down: 'mlp.down_proj',
};

export interface ExportedAdapter {
  readonly configuration: Configuration;
  readonly places: readonly AdapterPlace[];
  readonly adapters: Adapters;
  readonly rank: number;
  readonly alpha: number;
  /** Name or path of the base, as PEFT asks for it. */
  readonly base: string;
}

/**
 * The adapters as the two files of a PEFT folder, so that any other tool can load them: `lora_A` [rank, inputs],
 * `lora_B` [outputs, rank]. Query and key rows are in halves, as `transformers` rotates them, not as model files do.
 * Source: https://huggingface.co/docs/peft/developer_guides/checkpoint
 */
export function exportAdapter(exported: ExportedAdapter): {
  'adapter_model.safetensors': Uint8Array;
  'adapter_config.json': string;
} {
  const { configuration, places, adapters, rank, alpha, base } = exported;
  const tensors = new Map<string, StoredTensor>();
  for (const place of places) {
    const [inputs, outputs] = projectionShape(configuration, place.projection);
    const names = adapterNames(place);
    const module = `base_model.model.model.layers.${place.layer}.${modules[place.projection]}`;
    tensors.set(`${module}.lora_A.weight`, transposed(adapters.get(names.a), inputs, rank));
    tensors.set(`${module}.lora_B.weight`, transposed(adapters.get(names.b), rank, outputs));
  }
  const targets = new Set(places.map(({ projection }) => modules[projection].split('.').at(-1)));
  const config = {
    peft_type: 'LORA',
    task_type: 'CAUSAL_LM',
    base_model_name_or_path: base,
    r: rank,
    lora_alpha: alpha,
    lora_dropout: 0,
    bias: 'none',
    fan_in_fan_out: false,
    inference_mode: true,
    target_modules: [...targets].sort(),
  };
  return {
    'adapter_model.safetensors': encodeSafetensors({ tensors, metadata: { format: 'pt' } }),
    'adapter_config.json': `${JSON.stringify(config, null, 2)}\n`,
  };
}

function transposed(matrix: Float32Array | undefined, rows: number, columns: number): StoredTensor {
  if (matrix?.length !== rows * columns)
    throw new RangeError(
      `An adapter matrix of ${rows} x ${columns} was expected; got ${matrix?.length ?? 'none'}.`,
    );
  const values = new Float32Array(matrix.length);
  for (let row = 0; row < rows; row += 1)
    for (let column = 0; column < columns; column += 1)
      values[column * rows + row] = matrix[row * columns + column] ?? 0;
  return { shape: [columns, rows], values };
}
