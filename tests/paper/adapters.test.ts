import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createEnvironmentApp } from '../../sidecar/environment-server/app.ts';
import { createScorer, refusedReward } from '../../sidecar/environment-server/scorer.ts';
import { serveEnvironment } from '../../sidecar/environment-server/serve-environment.ts';
import type { RunningServer } from '../../sidecar/server.ts';
import { toyMarket } from '../../training/toy-market.fixture.ts';

const adapters = 'training/adapters';
const hasPython = spawnSync('python3', ['--version']).status === 0;

const folder = mkdtempSync(join(tmpdir(), 'adapters-'));
const tokenFile = join(folder, 'token');
const token = 'a-token-that-is-long-enough';
let server: RunningServer;

const posting = 'A clerk to dominate the ledger for 40 hours.';
const better = posting.replace('dominate', 'lead');
const broken = posting.replace('40', '60');

beforeAll(async () => {
  writeFileSync(tokenFile, `${token}\n`);
  const app = createEnvironmentApp({
    scorer: createScorer(toyMarket({ size: 600, seed: 1 })),
    postings: [],
    findings: () => [],
    drawSeed: () => 1,
    token,
    version: '0',
    log: { write: () => undefined },
  });
  server = await serveEnvironment(app.fetch, { host: '127.0.0.1', port: 0, allowOtherMachines: false });
});
afterAll(async () => {
  await server?.close();
  rmSync(folder, { recursive: true });
});

/** Runs Python with the adapters on its path; the program prints one JSON value. */
function python(
  program: string,
  extra: Record<string, string> = {},
): Promise<{ code: number | null; out: string; error: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn('python3', ['-B', '-c', program], {
      env: {
        PATH: process.env.PATH,
        PYTHONPATH: adapters,
        AUTOREFINE_URL: `http://127.0.0.1:${server.port}`,
        AUTOREFINE_TOKEN_FILE: tokenFile,
        ...extra,
      },
    });
    let [out, error] = ['', ''];
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    child.stderr.on('data', (chunk) => {
      error += chunk;
    });
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, error }));
  });
}
const literal = (value: unknown) => `json.loads(${JSON.stringify(JSON.stringify(value))})`;

describe('adapters', () => {
  it('are thin: under 60 lines each, the usage in the first', () => {
    const files = readdirSync(adapters).filter((file) => file.endsWith('.py'));
    expect(files.length).toBeGreaterThanOrEqual(4);
    for (const file of files) {
      const lines = readFileSync(join(adapters, file), 'utf8').split('\n');
      expect(lines.length).toBeLessThan(60);
      expect(lines[0]).toMatch(/^"""/);
    }
  });

  it.skipIf(!hasPython)('TRL: one reward a completion, plain or conversational, in order', async () => {
    const completions = [posting, [{ role: 'assistant', content: better }], broken];
    const { out, error } = await python(
      `import json; from trl_reward import autorefine_reward as f; print(json.dumps(f(prompts=["p"]*3, completions=${literal(completions)}, posting=[${literal(posting)}]*3, completion_ids=[])))`,
    );
    expect(error).toBe('');
    const rewards = z.tuple([z.number(), z.number(), z.number()]).parse(JSON.parse(out));
    expect(rewards[1]).toBeGreaterThan(rewards[0]);
    expect(rewards[2]).toBe(refusedReward);
  });

  it.skipIf(!hasPython)('verl: a score with its parts', async () => {
    const { out, error } = await python(
      `import json; from verl_reward import compute_score as f; print(json.dumps([f("postings", s, ${literal(posting)}) for s in ${literal([better, broken])}]))`,
    );
    expect(error).toBe('');
    const [good, bad] = z.array(z.record(z.string(), z.number())).parse(JSON.parse(out));
    expect(good).toMatchObject({ refused: 0, measured: 1 });
    expect(good!.score).toBeCloseTo(-good!.gap! - 0.5 * good!.relevance_loss! - 0.003 * good!.edits!, 9);
    expect(bad).toMatchObject({ refused: 1, score: refusedReward });
  });

  it.skipIf(!hasPython)('OpenRLHF: the address of its command answers as its client asks', async () => {
    const { out, error } = await python(
      'import json; from openrlhf_config import command; print(json.dumps(command("model", "data.jsonl", 2, 3)))',
    );
    expect(error).toBe('');
    const words = z.array(z.string()).parse(JSON.parse(out));
    const address = new URL(words[words.findIndex((word) => word.endsWith('remote_url')) + 1] ?? '');
    const { username, password } = address;
    const authorization = `Basic ${Buffer.from(`${username}:${decodeURIComponent(password)}`).toString('base64')}`;
    address.username = '';
    address.password = '';
    const answer = await fetch(address, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify({
        query: [`Rewrite. ${better}`],
        prompts: ['Rewrite. '],
        labels: [JSON.stringify({ posting })],
      }),
    });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      rewards: [expect.any(Number)],
      extra_logs: { measured: [1] },
    });
  });

  it.skipIf(!hasPython)(
    'verl: its command names the reward file, the rollouts and the machines',
    async () => {
      const { out, error } = await python(
        'import json; from verl_config import command; print(json.dumps(command("model", "a", "b", 2, 3)))',
      );
      expect(error).toBe('');
      const words = z.array(z.string()).parse(JSON.parse(out));
      const options = new Map(
        words
          .slice(3)
          .map((word): [string, string] => [
            word.slice(0, word.indexOf('=')),
            word.slice(word.indexOf('=') + 1),
          ]),
      );
      expect(existsSync(options.get('reward.custom_reward_function.path') ?? '')).toBe(true);
      expect(options.get('actor_rollout_ref.rollout.name')).toBe('vllm');
      expect([options.get('trainer.n_gpus_per_node'), options.get('trainer.nnodes')]).toEqual(['2', '3']);
    },
  );

  it.skipIf(!hasPython)('say what the environment said when it refuses', async () => {
    const wrong = join(folder, 'wrong');
    writeFileSync(wrong, 'another-token-that-is-long-enough');
    const { code, error } = await python(
      `from trl_reward import autorefine_reward as f; f(["p"], ["a"], ["b"])`,
      { AUTOREFINE_TOKEN_FILE: wrong },
    );
    expect(code).not.toBe(0);
    expect(error).toContain('401');
    expect(error).toContain('token');
  });
});
