import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { childrenOf, type RunningEnvironment, runEnvironment } from './running-environment.ts';

const folder = mkdtempSync(join(tmpdir(), 'processes-'));
/** Only Linux tells a process's children without another program. */
const canList = existsSync('/proc/self/task');
let environment: RunningEnvironment;

beforeAll(async () => {
  if (canList) environment = await runEnvironment({ folder, candidates: 300, postings: 2, processes: 2 });
}, 240_000);
afterAll(async () => {
  await environment?.close();
  rmSync(folder, { recursive: true });
});

/** Children of the program that serve, by their command line: a child just forked does not have it yet. */
function servers(): number[] {
  return childrenOf(environment.program.pid ?? 0).filter((child) =>
    readFileSync(`/proc/${child}/cmdline`, 'utf8').includes('environment'),
  );
}

describe.skipIf(!canList)('environment serve --processes 2', () => {
  it('answers alike from every process', async () => {
    expect(servers()).toHaveLength(2);
    const posting = environment.world.postings[0]!.text;
    const items = [{ posting, rewrite: posting }];
    const [first, ...others] = await Promise.all(Array.from({ length: 6 }, () => environment.score(items)));
    for (const other of others) expect(other).toEqual(first);
  });

  it('goes on when one of them is killed, and replaces it', async () => {
    const posting = environment.world.postings[1]!.text;
    const before = servers();
    const [killed] = before;
    process.kill(killed!, 'SIGKILL');
    await expect.poll(() => servers().includes(killed!)).toBe(false);
    expect(await environment.score([{ posting, rewrite: posting }])).toHaveLength(1);
    await expect.poll(() => servers().length, { timeout: 20_000 }).toBe(2);
    expect(servers()).not.toEqual(before);
  }, 60_000);

  it('ends all of them with the program', async () => {
    const last = servers();
    await environment.close();
    expect(environment.program.exitCode).toBe(0);
    for (const pid of last) expect(existsSync(`/proc/${pid}`)).toBe(false);
  }, 60_000);
});
