import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { deployModel } from '../../training/language-model/deploy.ts';

/** An Ollama for tests that a contributor has built or runs; none of it is part of the product. */
export interface RealOllama {
  readonly baseUrl: string;
  /** A small chat model in it. */
  readonly model: string;
  close(): Promise<void>;
}

const folder = join(homedir(), '.cache', 'real-ollama');
const given = process.env.AUTOREFINE_OLLAMA_URL;

/** Why no real Ollama can be used here; undefined when one can. */
export const noOllama =
  given !== undefined || existsSync(join(folder, 'complete'))
    ? undefined
    : 'skipped: no real Ollama; set AUTOREFINE_OLLAMA_URL, or build one into ~/.cache/real-ollama';

/**
 * The server at AUTOREFINE_OLLAMA_URL with its model AUTOREFINE_OLLAMA_MODEL, or one of our own from the cache on a free
 * port, with an empty store into which the small model is put.
 */
export async function openRealOllama(): Promise<RealOllama> {
  if (given !== undefined)
    return {
      baseUrl: given.replace(/\/$/, ''),
      model: process.env.AUTOREFINE_OLLAMA_MODEL ?? 'smollm2',
      close: async () => {},
    };
  const home = mkdtempSync(join(tmpdir(), 'ollama-'));
  const port = await freePort();
  const baseUrl = `http://127.0.0.1:${port}`;
  const server = spawn(join(folder, 'prefix', 'bin', 'ollama'), ['serve'], {
    stdio: 'ignore',
    env: {
      ...process.env,
      HOME: home,
      OLLAMA_HOST: `127.0.0.1:${port}`,
      OLLAMA_MODELS: join(home, 'models'),
      OLLAMA_NO_CLOUD: '1',
      OLLAMA_CONTEXT_LENGTH: '2048',
    },
  });
  await untilAnswers(baseUrl, server);
  const weights = readdirSync(join(folder, 'weights')).find((name) => name.endsWith('.gguf')) ?? '';
  await deployModel({ baseUrl, name: 'smollm2', path: join(folder, 'weights', weights) });
  return {
    baseUrl,
    model: 'smollm2',
    close: async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill();
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

/** The server says nothing when it is ready, so it is asked until it answers or ends. */
async function untilAnswers(baseUrl: string, server: ChildProcess): Promise<void> {
  while (server.exitCode === null) {
    const answered = await fetch(`${baseUrl}/api/version`).then(
      (response) => response.ok,
      () => false,
    );
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Ollama ended with code ${server.exitCode} before it answered.`);
}
