import { join } from 'node:path';
import { isEncrypted } from '../storage/connect.ts';
import { knownKeys, passphraseVariable } from '../storage/encryption-key.ts';
import { mainDatabaseFile } from '../storage/store.ts';
import { askPassphrase, canAsk } from './ask-passphrase.ts';
import type { CommandContext } from './context.ts';

/**
 * Before a command: where the data folder is encrypted and no key is at hand, asks for the passphrase at the terminal and
 * keeps it for this process and those it starts. Without a terminal the command says itself what is missing.
 */
export async function unlockDataFolder(directory: string, context: CommandContext): Promise<void> {
  if (!isEncrypted(join(directory, mainDatabaseFile)) || !canAsk(context) || knownKeys().length > 0) return;
  process.env[passphraseVariable] = await askPassphrase(`Passphrase of ${directory}:`, context);
}
