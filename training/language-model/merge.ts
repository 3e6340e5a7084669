import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { type Adapters, adapterDelta } from './adapters.ts';
import { isRotated, type ModelFile } from './architecture/model-file.ts';
import { adapterNames, type Projection, projections } from './architecture/projections.ts';
import { toInterleaved } from './architecture/rotary-rows.ts';
import { quantise, type WritableType } from './gguf/quantise.ts';
import type { TensorInfo } from './gguf/read.ts';
import { storedBytes } from './gguf/tensor-type.ts';
import { type TensorToWrite, writeGguf } from './gguf/write.ts';

export interface MergeOptions {
  readonly adapters: Adapters;
  readonly rank: number;
  readonly adapterScale: number;
  /** How corrected matrices are stored. All others keep their stored bytes, so they lose nothing. */
  readonly type: WritableType;
  readonly path: string;
  readonly signal?: AbortSignal;
}

/**
 * Writes one model file with the adapters added into the weights. The file appears under its name only when it is whole.
 * @throws the file system's error (disk full, no permission); nothing is left behind then.
 */
export function writeMergedModel(file: ModelFile, options: MergeOptions): void {
  const tensors = file.gguf.tensors.map((tensor) => mergedTensor(file, tensor, options));
  const partial = `${options.path}.partial`;
  const descriptor = openSync(partial, 'w', 0o600);
  try {
    for (const chunk of writeGguf(file.gguf.metadata, tensors)) {
      options.signal?.throwIfAborted();
      for (let done = 0; done < chunk.byteLength; ) done += writeSync(descriptor, chunk, done);
    }
  } catch (error) {
    closeSync(descriptor);
    rmSync(partial, { force: true });
    throw error;
  }
  closeSync(descriptor);
  renameSync(partial, options.path);
}

function mergedTensor(file: ModelFile, tensor: TensorInfo, options: MergeOptions): TensorToWrite {
  const { name, dimensions, type, bytes } = tensor;
  const adapter = adapterOf(name, options.adapters);
  if (adapter === undefined) return { name, dimensions, type, bytes, data: () => file.bytes(tensor) };
  const [inputs = 1, outputs = 1] = dimensions;
  return {
    name,
    dimensions,
    type: options.type,
    bytes: storedBytes(options.type, tensor.weights),
    data: () => {
      const weights = file.weights(tensor);
      const delta = adapterDelta(adapter.a, adapter.b, options.rank, inputs, outputs, options.adapterScale);
      for (let i = 0; i < weights.length; i += 1) weights[i] = (weights[i] ?? 0) + (delta[i] ?? 0);
      const { configuration } = file;
      const stored = isRotated(configuration, name)
        ? toInterleaved(weights, configuration.headSize, inputs)
        : weights;
      return quantise(options.type, stored);
    },
  };
}

/** The adapter of a weight matrix; undefined when there is none or when it was never moved. */
function adapterOf(name: string, adapters: Adapters): { a: Float32Array; b: Float32Array } | undefined {
  const match = /^blk\.(\d+)\.(\w+)\.weight$/.exec(name);
  const projection = projections.find((known: Projection) => known === match?.[2]);
  if (match === null || projection === undefined) return undefined;
  const names = adapterNames({ layer: Number(match[1]), projection });
  const a = adapters.get(names.a);
  const b = adapters.get(names.b);
  return a && b?.some((value) => value !== 0) ? { a, b } : undefined;
}
