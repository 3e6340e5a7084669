import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { dequantise } from '../gguf/dequantise.ts';
import { GgufError } from '../gguf/metadata.ts';
import { type ByteSource, type Gguf, readGguf, type TensorInfo } from '../gguf/read.ts';
import { type Configuration, readConfiguration } from './configuration.ts';
import { toHalves } from './rotary-rows.ts';

/** An open model file. The owner closes it. */
export interface ModelFile {
  readonly gguf: Gguf;
  readonly configuration: Configuration;
  /** One tensor as float32, in the layout of the graph. */
  weights(tensor: TensorInfo): Float32Array;
  /** One tensor's stored bytes. */
  bytes(tensor: TensorInfo): Uint8Array;
  close(): void;
}

/**
 * Opens a GGUF file and checks that it is a model we can train.
 * @throws GgufError when it is damaged, hostile or unsupported.
 */
export function openModelFile(path: string): ModelFile {
  const descriptor = openSync(path, 'r');
  try {
    const source = fileSource(descriptor);
    const gguf = readGguf(source);
    const embedding = gguf.tensors.find((tensor) => tensor.name === 'token_embd.weight');
    const vocabulary = embedding?.dimensions[1];
    if (vocabulary === undefined)
      throw new GgufError('The file has no token embedding; it may not be a language model.');
    const tiedHead = !gguf.tensors.some((tensor) => tensor.name === 'output.weight');
    const configuration = readConfiguration(gguf.metadata, vocabulary, tiedHead);
    return {
      gguf,
      configuration,
      bytes: (tensor) => source.read(tensor.offset, tensor.bytes),
      weights: (tensor) => {
        const values = dequantise(tensor.type, source.read(tensor.offset, tensor.bytes), tensor.weights);
        const columns = tensor.dimensions.length > 1 ? (tensor.dimensions[0] ?? 1) : 1;
        return isRotated(configuration, tensor.name)
          ? toHalves(values, configuration.headSize, columns)
          : values;
      },
      close: () => closeSync(descriptor),
    };
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }
}

/** Whether a tensor's rows are stored in the interleaved order of rotary positions. */
export function isRotated(configuration: Configuration, name: string): boolean {
  return configuration.interleavedRotary && /\.attn_[qk]\.(?:weight|bias)$/.test(name);
}

function fileSource(descriptor: number): ByteSource {
  return {
    size: fstatSync(descriptor).size,
    read: (offset, length) => {
      const bytes = new Uint8Array(length);
      let done = 0;
      while (done < length) {
        const read = readSync(descriptor, bytes, done, Math.min(length - done, 1 << 30), offset + done);
        if (read === 0) throw new GgufError(`The file ends at byte ${offset + done}; it may be cut off.`);
        done += read;
      }
      return bytes;
    },
  };
}
