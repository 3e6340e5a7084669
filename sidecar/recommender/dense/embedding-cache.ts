import { hashText } from '../../../shared/hash.ts';
import type { Embedder } from './embedder.ts';

/** Where vectors live between calls, by content key. A database table or a map. */
export interface VectorStore {
  get(key: string): Float32Array | undefined;
  set(key: string, vector: Float32Array): void;
}

/**
 * A store in memory of at most `capacity` vectors, the half of them used last among them. They are kept in two generations, of
 * which the older is dropped whole: a use writes nothing while the vector is in the newer one.
 */
export function createMemoryStore(capacity: number): VectorStore {
  let newer = new Map<string, Float32Array>();
  let older = newer;
  const keep = (key: string, vector: Float32Array) => {
    if (newer.size >= capacity / 2) {
      older = newer;
      newer = new Map();
    }
    newer.set(key, vector);
  };
  return {
    get(key) {
      const vector = newer.get(key) ?? older.get(key);
      if (vector && !newer.has(key)) keep(key, vector);
      return vector;
    },
    set: keep,
  };
}

/** The same embedder, asking only for texts that the store does not hold, each distinct text once. */
export function withCache(
  embedder: Embedder,
  store: VectorStore,
  keyOf: (text: string) => string = (text) => `${embedder.name}:${hashText(text)}`,
): Embedder {
  return {
    name: embedder.name,
    dimensions: embedder.dimensions,
    async embed(texts, signal) {
      const known = new Map<string, Float32Array>();
      const missing: string[] = [];
      for (const text of new Set(texts)) {
        const vector = store.get(keyOf(text));
        if (vector) known.set(text, vector);
        else missing.push(text);
      }
      const made = missing.length > 0 ? await embedder.embed(missing, signal) : [];
      missing.forEach((text, i) => {
        const vector = made[i];
        if (!vector)
          throw new Error(`${embedder.name} returned ${made.length} vectors for ${missing.length} texts`);
        known.set(text, vector);
        store.set(keyOf(text), vector);
      });
      return texts.map((text) => known.get(text) ?? new Float32Array(embedder.dimensions));
    },
  };
}
