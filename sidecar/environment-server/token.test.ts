import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { isLoopbackHost } from '../recommender/loopback.ts';
import { serveEnvironment } from './serve-environment.ts';
import { readOrMakeToken } from './token.ts';

const folder = mkdtempSync(join(tmpdir(), 'environment-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('token file', () => {
  it('is made once, for the owner alone, and read again', () => {
    const file = join(folder, 'made');
    const token = readOrMakeToken(file);
    expect(token.length).toBeGreaterThanOrEqual(43);
    expect(readOrMakeToken(file)).toBe(token);
    expect(readFileSync(file, 'utf8').trim()).toBe(token);
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('is refused when anybody could guess it', () => {
    const file = join(folder, 'short');
    writeFileSync(file, 'secret\n');
    expect(() => readOrMakeToken(file)).toThrow(/6 characters; use at least 20/);
  });

  it('is refused when no header can carry it', () => {
    const file = join(folder, 'blanks');
    writeFileSync(file, 'a token of several words\n');
    expect(() => readOrMakeToken(file)).toThrow('without blanks');
  });
});

describe('address', () => {
  const answer = () => new Response('');
  it('of this machine alone needs no permission; any other does', async () => {
    expect(['127.0.0.1', '127.0.0.2', 'localhost', '::1'].every(isLoopbackHost)).toBe(true);
    expect(['0.0.0.0', '192.168.0.4', '127.0.0.1.example', '::'].some(isLoopbackHost)).toBe(false);
    await expect(
      serveEnvironment(answer, { host: '0.0.0.0', port: 0, allowOtherMachines: false }),
    ).rejects.toThrow('--allow-other-machines');
  });

  it('that is taken is refused instead of moved to another', async () => {
    const first = await serveEnvironment(answer, { host: '127.0.0.1', port: 0, allowOtherMachines: false });
    try {
      await expect(
        serveEnvironment(answer, { host: '127.0.0.1', port: first.port, allowOtherMachines: false }),
      ).rejects.toThrow(/Name another --port/);
    } finally {
      await first.close();
    }
  });
});
