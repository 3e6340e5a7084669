import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createOllama, LanguageModelError } from './ollama-client.ts';
import { answerFormat } from './prompt.ts';
import { type Play, piece, type StandIn, send, startStandIn } from './stand-in-ollama.fixture.ts';

let standIn: StandIn | undefined;
afterEach(async () => {
  await standIn?.close();
  standIn = undefined;
});

const signal = new AbortController().signal;
const completion = {
  model: 'small',
  system: 'Rewrite.',
  prompt: 'A sentence.',
  format: answerFormat,
  temperature: 0.7,
  seed: 3,
  maxTokens: 20,
};

async function complete(play: Play, options: { timeLimit?: number; signal?: AbortSignal } = {}) {
  standIn = await startStandIn(play);
  const { timeLimit } = options;
  const model = createOllama({ baseUrl: standIn.baseUrl, ...(timeLimit ? { timeLimit } : {}) });
  return model.complete(completion, options.signal ?? signal);
}

describe('complete', () => {
  it('puts the pieces of an answer together, and asks with a schema, a seed and a limit', async () => {
    const answer = await complete((response) => {
      response.write(piece('{"alternatives":'));
      response.end(piece('["Done."]}') + piece('', true));
    });
    expect(answer).toBe('{"alternatives":["Done."]}');
    expect(standIn?.chats[0]).toMatchObject({
      model: 'small',
      format: answerFormat,
      options: { seed: 3, num_predict: 20, temperature: 0.7 },
    });
  });

  it('tries once more when the server fails, as it does while a model is loaded again', async () => {
    const answer = await complete((response) => {
      if (standIn?.chats.length === 1) send(response, 500, { error: 'llama runner process has terminated' });
      else response.end(piece('again', true));
    });
    expect(answer).toBe('again');
    expect(standIn?.chats).toHaveLength(2);
  });

  const faults: Record<string, [Play, RegExp]> = {
    'model missing': [
      (response) => send(response, 404, { error: 'model "small" not found' }),
      /not installed.*ollama pull small/,
    ],
    'out of memory': [
      (response) =>
        send(response, 500, { error: 'model requires more system memory (9.1 GiB) than is available' }),
      /not enough memory.*smaller model/,
    ],
    'another fault': [(response) => send(response, 500, { error: 'bad state' }), /could not run.*bad state/],
    'stopped in the middle': [
      (response) => {
        response.write(piece('{"alter'), () => response.destroy());
      },
      /broke off/,
    ],
    'not Ollama at all': [(response) => response.end('<html>\n</html>\n'), /See that it is Ollama/],
  };
  it.each(Object.entries(faults))('says what to do: %s', async (_name, [play, message]) => {
    const failed = complete(play);
    await expect(failed).rejects.toThrow(LanguageModelError);
    await expect(failed).rejects.toThrow(message);
  });

  it('says that nothing answers', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const { port } = taken.address() as { port: number };
    await new Promise((resolve) => taken.close(resolve));
    const model = createOllama({ baseUrl: `http://127.0.0.1:${port}` });
    await expect(model.complete(completion, signal)).rejects.toThrow(/does not answer at .* Start it/);
  });

  it('cuts off an answer that does not end', async () => {
    const answer = await complete((response) => {
      const write = () => {
        while (!response.destroyed && response.write(piece('again and again '))) {
          // Written until the receiver's buffer is full.
        }
      };
      response.on('drain', write);
      write();
    });
    expect(answer.length).toBeLessThan(1000);
    expect(answer).toContain('again and again');
  });

  it('takes what there is of an answer that Ollama ended because the model said one token over and over', async () => {
    expect(await complete((response) => response.end(piece('{"alter\n\n\n')))).toBe('{"alter\n\n\n');
  });

  it('gives up when the time is over', async () => {
    await expect(complete(() => {}, { timeLimit: 50 })).rejects.toThrow(/did not answer within 0.05 seconds/);
  });

  it('ends with the reason of the caller when cancelled in the middle', async () => {
    const stop = new AbortController();
    const failed = complete(
      (response) => {
        response.write(piece('{"alter'), () => stop.abort(new Error('enough')));
      },
      { signal: stop.signal },
    );
    await expect(failed).rejects.toThrow('enough');
  });
});

it('list leaves cloud models out and knows which only make vectors', async () => {
  standIn = await startStandIn(() => {});
  expect(await createOllama({ baseUrl: standIn.baseUrl }).list(signal)).toEqual([
    { name: 'small:latest', bytes: 1000, digest: 'of small:latest', generates: true },
    { name: 'vectors:latest', bytes: 1000, digest: 'of vectors:latest', generates: false },
  ]);
});

it('refuses another machine unless it was allowed, and cloud models always', async () => {
  for (const baseUrl of ['http://192.168.0.9:11434', 'http://127.0.0.1.evil.example'])
    expect(() => createOllama({ baseUrl })).toThrow(/would leave this one/);
  for (const baseUrl of ['http://localhost:1', 'http://127.0.0.1:1', 'http://[::1]:1'])
    expect(() => createOllama({ baseUrl })).not.toThrow();
  const model = createOllama({ baseUrl: 'http://192.168.0.9:11434', allowOtherHost: true });
  await expect(model.complete({ ...completion, model: 'big:120b-cloud' }, signal)).rejects.toThrow(/cloud/);
});
