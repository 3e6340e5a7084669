import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { runCommandLine } from '../cli.ts';
import { passphraseVariable } from '../storage/encryption-key.ts';
import { temporaryFolder } from '../temporary-folder.fixture.ts';
import { keptContext } from './run-command.fixture.ts';

let directory: string;
beforeEach(() => {
  directory = temporaryFolder();
  vi.stubEnv(passphraseVariable, 'four words at random');
});
afterEach(() => {
  vi.unstubAllEnvs();
});

async function run(...args: string[]) {
  const { context, out, error } = keptContext(directory);
  const code = await runCommandLine(args, context);
  return { code, out: out(), error: error() };
}
const header = () => readFileSync(join(directory, 'autorefine.sqlite')).subarray(0, 15).toString('latin1');

describe('encrypt and decrypt', () => {
  it('with a passphrase; every command goes on, and decrypt takes it off', async () => {
    const encrypted = await run('encrypt', '--json');
    expect(JSON.parse(encrypted.out)).toEqual({ encrypted: true, key: 'passphrase', folders: [directory] });
    expect(header()).not.toBe('SQLite format 3');
    expect((await run('settings', '--measuring', 'on')).code).toBe(0);
    expect((await run('decrypt')).code).toBe(0);
    expect(header()).toBe('SQLite format 3');
    vi.stubEnv(passphraseVariable, '');
    expect((await run('settings')).out).toContain('measuring     on');
  }, 60_000);

  it('refuse a short passphrase, and say what is missing without a key', async () => {
    expect((await run('encrypt')).code).toBe(0);
    vi.stubEnv(passphraseVariable, 'short');
    expect(await run('encrypt')).toMatchObject({ code: 2, error: expect.stringContaining('needs 12') });
    vi.stubEnv(passphraseVariable, 'another passphrase');
    const { code, error } = await run('settings');
    expect(code).toBe(2);
    expect(error).toContain('encrypted with another one');
    expect(error).toContain(passphraseVariable);
  }, 60_000);
});
