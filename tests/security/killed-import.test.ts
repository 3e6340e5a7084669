import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStore } from '../../sidecar/storage/store.ts';

const importer = fileURLToPath(new URL('./import-and-tell.ts', import.meta.url));
const people = 4000;

let directory: string;
let table: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'autorefine-'));
  table = join(directory, 'people.jsonl');
  const lines = Array.from({ length: people }, (_, n) =>
    JSON.stringify({ id: `p${n}`, text: `welds plate ${n}` }),
  );
  writeFileSync(table, lines.join('\n'));
});
afterEach(() => rmSync(directory, { recursive: true }));

/** Imports in a process of its own and kills it with SIGKILL once it has acknowledged `after` batches. */
async function importAndKill(after: number): Promise<number> {
  const child = spawn(process.execPath, ['--import', 'tsx', importer, directory, table], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let acknowledged = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged = Number(line);
    if (acknowledged >= after * 500) child.kill('SIGKILL');
  }
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return acknowledged;
}

it('killed again and again, an import keeps every acknowledged record, halves none, and ends whole', async () => {
  for (const after of [1, 1, 2]) {
    const acknowledged = await importAndKill(after);
    const store = openStore(directory);
    expect(store.candidates.count()).toBeGreaterThanOrEqual(acknowledged);
    expect(store.candidates.count() % 500).toBe(0);
    expect(store.candidates.search(['welds'], people)).toHaveLength(store.candidates.count());
    expect(store.integrityProblems()).toEqual([]);
    store.close();
  }
  await importAndKill(Number.POSITIVE_INFINITY);
  const store = openStore(directory);
  expect(store.candidates.count()).toBe(people);
  expect(store.imports.finished()).toMatchObject([{ summary: { imported: people, rejected: [] } }]);
  store.close();
});
