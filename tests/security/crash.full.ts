import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createRandom } from '../../shared/random.ts';
import { openAttributes } from '../../sidecar/storage/attributes.ts';
import { openStore } from '../../sidecar/storage/store.ts';
import { createCheckpointFile } from '../../sidecar/training-jobs/checkpoint-file.ts';

const programOf = (name: string) => fileURLToPath(new URL(`./${name}`, import.meta.url));
/** 200 together. */
const kills = { writing: 150, import: 50 };

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'autorefine-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

/**
 * Kills a program once it has acknowledged so many times; it goes on writing until the signal reaches it.
 * @returns the last number that it acknowledged, -1 for none
 */
async function runAndKill(program: string, args: readonly string[], after: number): Promise<number> {
  const child = spawn(process.execPath, ['--import', 'tsx', programOf(program), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  let acknowledged = -1;
  let lines = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged = Number(line);
    lines += 1;
    if (lines === after) child.kill('SIGKILL');
  }
  await ended;
  return acknowledged;
}

it('killed at 150 moments of outcomes, training and promotion, every acknowledged write is there and none is half done', async () => {
  const random = createRandom(1).fork('kills');
  for (let kill = 0; kill < kills.writing; kill += 1) {
    const acknowledged = await runAndKill('write-and-tell.ts', [directory], 1 + random.integer(25));
    const store = openStore(directory);
    const attributes = openAttributes(directory);
    try {
      const people = store.candidates.count();
      expect(people).toBeGreaterThan(acknowledged);
      expect(store.outcomes.all()).toHaveLength(people);
      expect(store.candidates.search(['welds'], people + 1)).toHaveLength(people);
      const ids = Array.from({ length: acknowledged + 1 }, (_, n) => `c${n}`);
      expect(attributes.column('gender', ids).codes.every((code) => code === 0)).toBe(true);
      const checkpoint = createCheckpointFile(join(directory, 'training', 'checkpoint.json'), 'run').read();
      expect(checkpoint?.look.n).toBeGreaterThan(acknowledged);
      const [run, ...others] = store.trainingRuns.all();
      expect(others).toEqual([]);
      expect(run?.epochs).toBeGreaterThan(acknowledged);
      const policies = store.policies.ids('span-policy').length;
      expect(policies).toBeGreaterThan(acknowledged);
      expect(store.policies.promotions('span-policy')).toHaveLength(policies);
      expect(store.auditLog.page(policies + 1)).toHaveLength(policies);
      expect(store.integrityProblems()).toEqual([]);
    } finally {
      attributes.close();
      store.close();
    }
  }
});

it('killed at 50 moments of an import, every acknowledged record is there and no batch is half done', async () => {
  const random = createRandom(2).fork('kills');
  const table = join(directory, 'people.jsonl');
  const lines = Array.from({ length: 4000 }, (_, n) =>
    JSON.stringify({ id: `p${n}`, text: `welds plate ${n}` }),
  );
  writeFileSync(table, lines.join('\n'));
  for (let kill = 0; kill < kills.import; kill += 1) {
    const data = join(directory, `data ${kill}`);
    const acknowledged = await runAndKill('import-and-tell.ts', [data, table], 1 + random.integer(7));
    const store = openStore(data);
    try {
      expect(store.candidates.count()).toBeGreaterThanOrEqual(acknowledged);
      expect(store.candidates.count() % 500).toBe(0);
      expect(store.candidates.search(['welds'], lines.length)).toHaveLength(store.candidates.count());
      expect(store.integrityProblems()).toEqual([]);
    } finally {
      store.close();
    }
    rmSync(data, { recursive: true });
  }
});
