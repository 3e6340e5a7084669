import { describe, expect, test } from 'vitest';
import type { Embedder } from './embedder.ts';
import { createMemoryStore, withCache } from './embedding-cache.ts';

function counting(): { embedder: Embedder; asked: string[] } {
  const asked: string[] = [];
  const embedder: Embedder = {
    name: 'length',
    dimensions: 1,
    async embed(texts) {
      asked.push(...texts);
      return texts.map((text) => Float32Array.of(text.length));
    },
  };
  return { embedder, asked };
}

describe('withCache', () => {
  test('asks once for each distinct text and keeps the order', async () => {
    const { embedder, asked } = counting();
    const cached = withCache(embedder, createMemoryStore(10));
    expect(await cached.embed(['aa', 'b', 'aa'])).toEqual([2, 1, 2].map((value) => Float32Array.of(value)));
    expect(await cached.embed(['b', 'ccc'])).toEqual([1, 3].map((value) => Float32Array.of(value)));
    expect(asked).toEqual(['aa', 'b', 'ccc']);
  });

  test('forgets what was unused for longest', async () => {
    const { embedder, asked } = counting();
    const cached = withCache(embedder, createMemoryStore(2));
    for (const text of ['a', 'bb', 'a', 'ccc', 'a', 'bb']) await cached.embed([text]);
    expect(asked).toEqual(['a', 'bb', 'ccc', 'bb']);
  });

  test('a missing vector is an error, not a zero', async () => {
    const broken: Embedder = { name: 'broken', dimensions: 1, embed: async () => [] };
    await expect(withCache(broken, createMemoryStore(2)).embed(['a'])).rejects.toThrow(
      /0 vectors for 1 texts/,
    );
  });
});
