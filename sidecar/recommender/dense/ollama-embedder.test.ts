import { createServer, type Server } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { createOllamaEmbedder } from './ollama-embedder.ts';

let server: Server | undefined;
afterEach(() => {
  server?.close();
  server?.closeAllConnections();
});

/** A server that embeds a text as its length and 1, or answers what it is told to; like Ollama, it refuses what is too long. */
async function serve(answer?: object, longest = Infinity): Promise<{ baseUrl: string; batches: number[] }> {
  const batches: number[] = [];
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (part) => {
      body += part;
    });
    request.on('end', () => {
      const { input } = JSON.parse(body) as { input: string[] };
      batches.push(input.length);
      response.setHeader('content-type', 'application/json');
      if (input.some((text) => text.length > longest)) {
        response.statusCode = 400;
        response.end(JSON.stringify({ error: 'the input length exceeds the context length' }));
        return;
      }
      response.end(JSON.stringify(answer ?? { embeddings: input.map((text) => [text.length, 1]) }));
    });
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return { baseUrl: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`, batches };
}

describe('createOllamaEmbedder', () => {
  test('embeds in batches, in order, to length 1', async () => {
    const { baseUrl, batches } = await serve();
    const embedder = await createOllamaEmbedder({ model: 'small', baseUrl });
    const texts = Array.from({ length: 70 }, (_, i) => 'x'.repeat(i));
    const vectors = await embedder.embed(texts);
    expect(embedder.dimensions).toBe(2);
    expect(batches).toEqual([1, 32, 32, 6]);
    vectors.forEach(([x = 0, y = 0], i) => {
      expect(x / y).toBeCloseTo(i, 3);
      expect(Math.hypot(x, y)).toBeCloseTo(1, 6);
    });
  });

  test('a text longer than the model can hold is the mean of its parts, and its neighbours are as ever', async () => {
    const { baseUrl } = await serve(undefined, 10);
    const embedder = await createOllamaEmbedder({ model: 'small', baseUrl });
    const vectors = await embedder.embed(['short', '12345678 1234567', 'x'.repeat(40), 'shorter']);
    const directions = vectors.map(([x = 0, y = 0]) => x / y);
    // Parts of 8 (and a blank with 7), and of 10 four times: equal parts leave the direction of one.
    [5, 8, 10, 7].forEach((length, i) => {
      expect(directions[i]).toBeCloseTo(length, 3);
    });
  });

  test('refuses cloud models and other hosts', async () => {
    await expect(createOllamaEmbedder({ model: 'big:cloud' })).rejects.toThrow(/someone else's computer/);
    await expect(createOllamaEmbedder({ model: 'small', baseUrl: 'http://10.1.1.1' })).rejects.toThrow(
      /another machine/,
    );
  });

  test('an answer of the wrong shape or length is an error', async () => {
    const short = await serve({ embeddings: [] });
    await expect(createOllamaEmbedder({ model: 'small', baseUrl: short.baseUrl })).rejects.toThrow(
      /0 vectors for 1/,
    );
    server?.close();
    const wrong = await serve({ embeddings: 'none' });
    await expect(createOllamaEmbedder({ model: 'small', baseUrl: wrong.baseUrl })).rejects.toThrow();
  });

  test('stops when aborted', async () => {
    const { baseUrl } = await serve();
    const embedder = await createOllamaEmbedder({ model: 'small', baseUrl });
    await expect(embedder.embed(['a'], AbortSignal.abort())).rejects.toThrow(/abort/i);
  });
});
