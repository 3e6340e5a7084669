import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createRandom } from '../../shared/random.ts';
import { openAttributes } from '../../sidecar/storage/attributes.ts';
import { openStore } from '../../sidecar/storage/store.ts';

const writer = fileURLToPath(new URL('./write-and-tell.ts', import.meta.url));
const kills = 200;

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'autorefine-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

/** Kills the writer once it has acknowledged so many people; it goes on writing until the signal reaches it. */
async function writeAndKill(after: number): Promise<number> {
  const child = spawn(process.execPath, ['--import', 'tsx', writer, directory], {
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

it('killed at 200 moments, every acknowledged write is there and none is half done', async () => {
  const random = createRandom(1).fork('kills');
  for (let kill = 0; kill < kills; kill += 1) {
    const acknowledged = await writeAndKill(1 + random.integer(25));
    const store = openStore(directory);
    const attributes = openAttributes(directory);
    try {
      const people = store.candidates.count();
      expect(people).toBeGreaterThan(acknowledged);
      expect(store.outcomes.all()).toHaveLength(people);
      expect(store.candidates.search(['welds'], people + 1)).toHaveLength(people);
      const ids = Array.from({ length: acknowledged + 1 }, (_, n) => `c${n}`);
      expect(attributes.column('gender', ids).codes.every((code) => code === 0)).toBe(true);
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
