import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

const batch = 'from autorefine_environment import score; print(len(score(["a"] * 100, ["b"] * 100)))';
/** A trainer that sends one batch and prints how many results it got. */
function startTrainer(port: number): { program: ChildProcess; out: () => string } {
  const program = spawn('python3', ['-B', '-c', batch], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      PATH: process.env.PATH,
      PYTHONPATH: 'training/adapters',
      AUTOREFINE_URL: `http://127.0.0.1:${port}`,
      AUTOREFINE_TOKEN_FILE: tokenFile,
    },
  });
  let out = '';
  program.stdout.on('data', (chunk) => {
    out += chunk;
  });
  return { program, out: () => out.trim() };
}
const patient = { timeout: 20_000 };

describe.skipIf(!hasPython)('in the middle of a batch', () => {
  it('a trainer that is killed costs the next one nothing', async () => {
    const killed = startTrainer(server.port);
    await expect.poll(() => scorer.running.length, patient).toBe(1);
    killed.program.kill('SIGKILL');
    await expect.poll(() => scorer.running[0]?.signal.aborted, patient).toBe(true);

    const next = startTrainer(server.port);
    await expect.poll(() => scorer.running.length, patient).toBe(2);
    scorer.running[1]?.release();
    await expect.poll(next.out, patient).toBe('100');
  }, 60_000);

  it('a server that dies is asked again by the trainer', async () => {
    let asked = 0;
    const dying = createServer((request, response) => {
      asked += 1;
      if (asked === 1) request.socket.destroy();
      else response.end(JSON.stringify({ results: Array(100).fill({ reward: 0 }) }));
    });
    dying.listen(0, '127.0.0.1');
    await once(dying, 'listening');
    const trainer = startTrainer((dying.address() as AddressInfo).port);
    await expect.poll(trainer.out, patient).toBe('100');
    expect(asked).toBe(2);
    dying.closeAllConnections();
    dying.close();
  }, 60_000);
});
