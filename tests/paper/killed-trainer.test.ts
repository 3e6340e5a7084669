import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createEnvironmentApp } from '../../sidecar/environment-server/app.ts';
import { heldScorer } from '../../sidecar/environment-server/held-scorer.fixture.ts';
import { serveEnvironment } from '../../sidecar/environment-server/serve-environment.ts';
import type { RunningServer } from '../../sidecar/server.ts';

const hasPython = spawnSync('python3', ['--version']).status === 0;
const folder = mkdtempSync(join(tmpdir(), 'killed-trainer-'));
const tokenFile = join(folder, 'token');
const token = 'a-token-that-is-long-enough';
const scorer = heldScorer();
let server: RunningServer;

beforeAll(async () => {
  writeFileSync(tokenFile, token);
  const app = createEnvironmentApp({
    ...{ scorer, token, postings: [], version: '0' },
    findings: () => [],
    drawSeed: () => 1,
    log: { write: () => undefined },
    // One place: what the dead hold, nobody else gets.
    limits: { waiting: 1 },
  });
  server = await serveEnvironment(app.fetch, { host: '127.0.0.1', port: 0, allowOtherMachines: false });
});
afterAll(async () => {
  await server?.close();
  rmSync(folder, { recursive: true });
});

it.skipIf(!hasPython)(
  'a trainer killed in the middle of a batch costs the next one nothing',
  async () => {
    const program = 'from autorefine_environment import score; print(len(score(["a"] * 100, ["b"] * 100)))';
    const trainer = () =>
      spawn('python3', ['-B', '-c', program], {
        stdio: ['ignore', 'pipe', 'inherit'],
        env: {
          PATH: process.env.PATH,
          PYTHONPATH: 'training/adapters',
          AUTOREFINE_URL: `http://127.0.0.1:${server.port}`,
          AUTOREFINE_TOKEN_FILE: tokenFile,
        },
      });
    const killed = trainer();
    await expect.poll(() => scorer.running.length, { timeout: 20_000 }).toBe(1);
    killed.kill('SIGKILL');
    await expect.poll(() => scorer.running[0]?.signal.aborted, { timeout: 20_000 }).toBe(true);

    const next = trainer();
    let out = '';
    next.stdout.on('data', (chunk) => {
      out += chunk;
    });
    await expect.poll(() => scorer.running.length, { timeout: 20_000 }).toBe(2);
    scorer.running[1]?.release();
    await expect.poll(() => out.trim(), { timeout: 20_000 }).toBe('100');
  },
  60_000,
);
