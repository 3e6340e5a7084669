import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../storage/store.ts';
import { temporaryFolder } from '../temporary-folder.fixture.ts';
import { exitCodes } from './context.ts';
import { registerEnvironment } from './environment.ts';
import { runCommand } from './run-command.fixture.ts';

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
});
const serve = (...args: string[]) =>
  runCommand(registerEnvironment, ['environment', 'serve', '--quiet', ...args], folder);

describe('environment serve', () => {
  it.each(['0.0.0.0', '192.168.0.4', '::'])(
    'refuses %s, which other machines reach unencrypted',
    async (host) => {
      const refused = serve('--host', host);
      await expect(refused).rejects.toThrow(/TLS proxy.*--allow-other-machines/);
      await expect(refused).rejects.toMatchObject({ exitCode: exitCodes.usage });
      expect(existsSync(join(folder, 'environment-token'))).toBe(false);
    },
  );

  it('serves nobody from a company that has not switched measuring and optimising on', async () => {
    openStore(folder).close();
    await expect(serve()).rejects.toThrow(/switched off.*analyst/);
  });

  it('says what is missing: candidates with self-reports', async () => {
    const store = openStore(folder);
    store.settings.update({ measuring: true, optimising: true });
    store.close();
    const refused = serve();
    await expect(refused).rejects.toThrow('--candidates');
    await expect(refused).rejects.toMatchObject({ exitCode: exitCodes.missingService });
  });

  it('names the token file that is too short to be a secret', async () => {
    const tokenFile = join(folder, 'token');
    writeFileSync(tokenFile, 'short');
    await expect(serve('--token-file', tokenFile)).rejects.toThrow(/5 characters; use at least 20/);
  });
});
