import { bucketCount } from '../../shared/detection/classifier/features.ts';
import { labelCategories } from '../../shared/protocol/finding.ts';
import type { Random } from '../../shared/random.ts';
import { openSession } from '../language-model/onnx/session.ts';
import { buildConvolution } from './convolution-graph.ts';

const categories = labelCategories.length;
/** Numbers that stand for a word. */
const size = 16;
/** A word with its two neighbours and a constant. */
const inputs = 3 * size + 1;
const filters = 24;
const sentences = 128;
/** Few sentences earn a label. */
const firstBias = -5;

/** Words of a piece at most. */
export const longestPiece = 24;

/** The layer's numbers; training moves them in place. */
export interface Parameters {
  /** A vector for each bucket. */
  readonly words: Float32Array;
  readonly filters: Float32Array;
  readonly heads: Float32Array;
  readonly biases: Float32Array;
}

/** The passes of the layer over pieces of any number: buckets of words in their order. The owner closes it. */
export interface ConvolutionPasses {
  readonly parameters: Parameters;
  /** Log odds of each category, a row a piece. */
  logits(pieces: readonly Uint16Array[]): Promise<number[][]>;
  /** Gradients of a loss with these slopes at the log odds. */
  gradients(pieces: readonly Uint16Array[], slopes: readonly (readonly number[])[]): Promise<Parameters>;
  close(): Promise<void>;
}

export async function openConvolution(random: Random): Promise<ConvolutionPasses> {
  const built = buildConvolution({ sentences, length: longestPiece, inputs, filters, outputs: categories });
  const session = await openSession(built.graph, [built.logits, ...built.gradients], { threads: 1 });
  const parameters = firstParameters(random);
  const feeds = (pieces: readonly Uint16Array[], slopes: readonly (readonly number[])[] = []) => {
    const given = new Float32Array(sentences * categories);
    slopes.forEach((row, index) => {
      given.set(row, index * categories);
    });
    return {
      windows: windowsOf(pieces, parameters.words),
      filters: parameters.filters,
      heads: parameters.heads,
      slopes: given,
    };
  };
  return {
    parameters,
    logits: async (pieces) => {
      const rows: number[][] = [];
      for (const chunk of chunksOf(pieces)) {
        const [logits = new Float32Array()] = await session.run(feeds(chunk), [built.logits]);
        for (let row = 0; row < chunk.length; row += 1) {
          rows.push(Array.from(parameters.biases, (bias, at) => bias + (logits[row * categories + at] ?? 0)));
        }
      }
      return rows;
    },
    gradients: async (pieces, slopes) => {
      const sums = likeParameters(({ length }) => new Float32Array(length), parameters);
      for (const row of slopes) add(sums.biases, row);
      const slopeChunks = chunksOf(slopes);
      for (const [index, chunk] of chunksOf(pieces).entries()) {
        const [windows, ofFilters, ofHeads] = await session.run(
          feeds(chunk, slopeChunks[index]),
          built.gradients,
        );
        add(sums.filters, ofFilters ?? []);
        add(sums.heads, ofHeads ?? []);
        spreadWindows(chunk, windows ?? new Float32Array(), sums.words);
      }
      return sums;
    },
    close: () => session.close(),
  };
}

function likeParameters(make: (values: Float32Array) => Float32Array, like: Parameters): Parameters {
  const { words, filters: ofFilters, heads, biases } = like;
  return { words: make(words), filters: make(ofFilters), heads: make(heads), biases: make(biases) };
}

function firstParameters(random: Random): Parameters {
  const normal = (count: number, deviation: number) =>
    Float32Array.from({ length: count }, () => deviation * random.normal());
  return {
    words: normal(bucketCount * size, 0.3),
    filters: normal(inputs * filters, 1 / Math.sqrt(inputs)),
    heads: normal(filters * categories, 1 / Math.sqrt(filters)),
    biases: new Float32Array(categories).fill(firstBias),
  };
}

function chunksOf<T>(all: readonly T[]): T[][] {
  const count = Math.ceil(all.length / sentences);
  return Array.from({ length: count }, (_, chunk) => all.slice(chunk * sentences, (chunk + 1) * sentences));
}

/** Each word's vector between those of its neighbours, and a constant; nothing where a piece is shorter than the pass. */
function windowsOf(pieces: readonly Uint16Array[], vectors: Float32Array): Float32Array {
  const windows = new Float32Array(sentences * longestPiece * inputs);
  eachNeighbour(pieces, (bucket, at) => {
    windows.set(vectors.subarray(bucket * size, (bucket + 1) * size), at);
  });
  pieces.forEach((words, row) => {
    for (let place = 0; place < words.length; place += 1) {
      windows[(row * longestPiece + place + 1) * inputs - 1] = 1;
    }
  });
  return windows;
}

/** Adds the slopes of windows to the vectors of the words that stand in them. */
function spreadWindows(pieces: readonly Uint16Array[], slopes: Float32Array, vectors: Float32Array): void {
  eachNeighbour(pieces, (bucket, at) => {
    for (let number = 0; number < size; number += 1) {
      (vectors[bucket * size + number] as number) += slopes[at + number] as number;
    }
  });
}

/** Every word in every window that it stands in, with the place of its numbers in the pass. */
function eachNeighbour(pieces: readonly Uint16Array[], visit: (bucket: number, at: number) => void): void {
  pieces.forEach((words, row) => {
    for (let place = 0; place < words.length; place += 1) {
      for (let offset = -1; offset <= 1; offset += 1) {
        const bucket = words[place + offset];
        if (bucket !== undefined) visit(bucket, (row * longestPiece + place) * inputs + (offset + 1) * size);
      }
    }
  });
}

function add(into: Float32Array, values: ArrayLike<number>): void {
  for (let at = 0; at < values.length; at += 1) (into[at] as number) += values[at] as number;
}
