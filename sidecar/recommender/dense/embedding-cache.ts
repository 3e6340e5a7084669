import { hashText } from '../../../shared/hash.ts';
import type { Embedder } from './embedder.ts';

/** Where vectors live between calls, by content key. A database table or a map. */
export interface VectorStore {
  get(key: string): Float32Array | undefined;
  set(key: string, vector: Float32Array): void;
}

/** A store in memory that forgets the vectors unused for longest. */
export function createMemoryStore(capacity: number): VectorStore {
  const vectors = new Map<string, Float32Array>();
  return {
    get(key) {
      const vector = vectors.get(key);
      if (vector) {
        vectors.delete(key);
        vectors.set(key, vector);
      }
      return vector;
    },
    set(key, vector) {
      vectors.set(key, vector);
      const [oldest] = vectors.keys();
      if (vectors.size > capacity && oldest !== undefined) vectors.delete(oldest);
    },
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
