import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CommandError, exitCodes } from '../commands/context.ts';
import { encodersNeverSearched } from './encoders.ts';

const candidates = ['bread and rolls', 'ledgers and audits'].map((text, i) => ({ id: `c${i}`, text }));
const { signal } = new AbortController();

/** A server that embeds by whether a text speaks of bread. */
const server = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk) => {
    body += chunk;
  });
  request.on('end', () => {
    const { input, model } = JSON.parse(body) as { input: string[]; model: string };
    response.statusCode = model === 'known' ? 200 : 404;
    response.end(
      JSON.stringify(
        model === 'known'
          ? { embeddings: input.map((text) => (text.includes('bread') ? [1, 0] : [0, 1])) }
          : { error: `model "${model}" not found` },
      ),
    );
  });
});
let ollamaUrl: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ollamaUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
const ending = async (encoderName: string, url: string) => {
  const error = await encodersNeverSearched({ candidates, encoderName, ollamaUrl: url, signal }).catch(
    (caught: unknown) => caught,
  );
  if (!(error instanceof CommandError)) throw error;
  return error;
};

describe('encoders that are never searched', () => {
  it('are word overlap, and the sentence encoder that is named', async () => {
    expect(await encodersNeverSearched({ candidates, ollamaUrl, signal })).toHaveLength(1);
    const [, encoder] = await encodersNeverSearched({ candidates, ollamaUrl, signal, encoderName: 'known' });
    const [scores] = await encoder!.score(['We bake bread.'], signal);
    expect([...scores!]).toEqual([1, 0]);
  });

  it('say what is missing and how to mend it', async () => {
    const unknown = await ending('nobody', ollamaUrl);
    expect(unknown.exitCode).toBe(exitCodes.missingService);
    expect(unknown.message).toContain('ollama pull nobody');
    const elsewhere = await ending('known', 'http://192.0.2.1:11434');
    expect(elsewhere.exitCode).toBe(exitCodes.usage);
    expect(elsewhere.message).toContain('another machine');
  });
});
