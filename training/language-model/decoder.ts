import type { Configuration } from './architecture/configuration.ts';
import { rotaryTables } from './architecture/packed-batch.ts';
import { cacheName } from './architecture/transformer.ts';

/** One pass over a few tokens that sees the keys and values of earlier ones. */
export interface CachedPass {
  /** Feeds besides weights and adapters; `logDistribution` has a row for each of the pass's `predictions`. */
  run(
    feeds: Readonly<Record<string, Float32Array | BigInt64Array>>,
  ): Promise<{ logDistribution: Float32Array; layers: readonly CachedLayer[] }>;
}

/** What tokens leave in one layer, [tokens, groups, head size] each. */
export interface CachedLayer {
  readonly keys: Float32Array;
  readonly values: Float32Array;
}

/** How many tokens a pass computes, after how many of them the next is predicted, and how many earlier ones it sees. */
export interface CachedPassSize {
  readonly tokens: number;
  readonly predictions: number;
  readonly earlier: number;
}

/**
 * Texts that grow token by token: what was computed of a token is kept, so that the next costs one row and not the whole
 * text again. Texts that begin alike are branches of one tree and share their beginning.
 */
export interface Decoder {
  /** Puts a token after another (`none` at the beginning) and says where it stands. Computed with the next `expect`. */
  place(token: number, after: number): number;
  /** Log-probabilities in nats of the whole vocabulary after each of these tokens; good until the next call. */
  expect(places: readonly number[], signal?: AbortSignal): Promise<Float32Array[]>;
}

/** Before the first token of a text. */
export const none = -1;

/** Rows of a pass: many while prompts are read, few while answers grow. */
const [wide, narrow] = [128, 32];
/** Rows from which the vocabulary is scored, in a pass of either width. */
const predictions = narrow;
const fewestEarlier = 256;

interface Placed {
  readonly token: number;
  readonly after: number;
  readonly position: number;
}

/** @param openPass compiles a pass of a size, or finds it compiled. */
export function createDecoder(
  configuration: Configuration,
  openPass: (size: CachedPassSize) => Promise<CachedPass>,
): Decoder {
  const { layers, groups, headSize, local, vocabulary } = configuration;
  const rowSize = groups * headSize;
  const placed: Placed[] = [];
  let computed = 0;
  let capacity = 0;
  let cache: CachedLayer[] = [];

  /** The cache, with room for a power of two, so that a text that grows needs few compiled passes. */
  function makeRoom(tokens: number): void {
    if (capacity >= tokens) return;
    capacity = Math.max(fewestEarlier, 2 ** Math.ceil(Math.log2(tokens)));
    const larger = (values: Float32Array | undefined) => {
      const grown = new Float32Array(capacity * rowSize);
      if (values) grown.set(values);
      return grown;
    };
    cache = Array.from({ length: layers }, (_, layer) => ({
      keys: larger(cache[layer]?.keys),
      values: larger(cache[layer]?.values),
    }));
  }

  /** Additive mask [rows, capacity + rows]: a token sees itself and those before it in its own text, up to a window. */
  function maskOf(count: number, rows: number, window: number): Float32Array {
    const width = capacity + rows;
    const mask = new Float32Array(rows * width).fill(-1e9);
    for (let row = 0; row < rows; row += 1) {
      mask[row * width + capacity + row] = 0;
      if (row >= count) continue;
      let seen = placed[computed + row]?.after ?? none;
      for (let distance = 1; distance < window && seen !== none; distance += 1) {
        mask[row * width + (seen < computed ? seen : capacity + seen - computed)] = 0;
        seen = placed[seen]?.after ?? none;
      }
    }
    return mask;
  }

  /** Computes the next `count` placed tokens. @returns a distribution for each of `asked`, which are among them. */
  async function computeNext(count: number, asked: readonly number[]): Promise<Float32Array[]> {
    makeRoom(computed + count);
    const rows = count <= narrow ? narrow : wide;
    const pass = await openPass({ tokens: rows, predictions, earlier: capacity });
    const tokens = new BigInt64Array(rows);
    const positions = new Int32Array(rows);
    for (const [row, { token, position }] of placed.slice(computed, computed + count).entries()) {
      tokens[row] = BigInt(token);
      positions[row] = position;
    }
    const predicted = new Float32Array(predictions * rows);
    for (const [i, place] of asked.entries()) predicted[i * rows + place - computed] = 1;
    const kept = cache.flatMap(({ keys, values }, layer) => [
      [cacheName(layer, 'keys'), keys],
      [cacheName(layer, 'values'), values],
    ]);
    const { logDistribution, layers: added } = await pass.run({
      tokens,
      predicted,
      targets: new BigInt64Array(predictions),
      weights: new Float32Array(predictions),
      mask: maskOf(count, rows, Number.POSITIVE_INFINITY),
      ...rotaryTables(configuration, positions),
      ...(local ? { maskLocal: maskOf(count, rows, local.window) } : {}),
      ...Object.fromEntries(kept),
    });
    for (const [layer, { keys, values }] of added.entries()) {
      cache[layer]?.keys.set(keys.subarray(0, count * rowSize), computed * rowSize);
      cache[layer]?.values.set(values.subarray(0, count * rowSize), computed * rowSize);
    }
    computed += count;
    return asked.map((_, i) => logDistribution.subarray(i * vocabulary, (i + 1) * vocabulary));
  }

  return {
    place(token, after) {
      placed.push({ token, after, position: after === none ? 0 : (placed[after]?.position ?? 0) + 1 });
      return placed.length - 1;
    },
    async expect(places, signal) {
      const found = new Map<number, Float32Array>();
      const open = new Set(places);
      while (computed < placed.length) {
        signal?.throwIfAborted();
        const asked: number[] = [];
        let count = 0;
        while (count < wide && computed + count < placed.length && asked.length < predictions) {
          if (open.has(computed + count)) asked.push(computed + count);
          count += 1;
        }
        const expected = await computeNext(count, asked);
        for (const [i, place] of asked.entries()) found.set(place, expected[i] ?? new Float32Array());
      }
      return places.map((place) => {
        const expected = found.get(place);
        if (expected === undefined)
          throw new RangeError(`Token ${place} was computed before; ask when it is placed.`);
        return expected;
      });
    },
  };
}
