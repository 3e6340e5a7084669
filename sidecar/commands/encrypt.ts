import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import type { Command } from 'commander';
import { z } from 'zod';
import { setEncryption } from '../storage/encrypt.ts';
import { openKeychain, passphraseVariable } from '../storage/encryption-key.ts';
import { lockDataFolder } from '../storage/lock.ts';
import { openStore } from '../storage/store.ts';
import { askPassphrase, canAsk } from './ask-passphrase.ts';
import { readOptions } from './common-options.ts';
import { type CommandContext, CommandError, type RegisterCommand } from './context.ts';

/** Where the key is afterwards. */
type KeyPlace = 'passphrase' | 'keychain';

const leastLength = 12;

/** `autorefine encrypt` and `autorefine decrypt`: both databases and every backup that this tool made. */
export const registerEncrypt: RegisterCommand = (program, context) => {
  program
    .command('encrypt')
    .description(
      'encrypt the databases and backups, with a key in the keychain of your system or a passphrase',
    )
    .option('--passphrase', 'ask for a passphrase, also where there is a keychain')
    .action((_options: unknown, command: Command) => runEncrypt(command, context));
  program
    .command('decrypt')
    .description('take the encryption off again')
    .action((_options: unknown, command: Command) => runDecrypt(command, context));
};

async function runEncrypt(command: Command, context: CommandContext): Promise<void> {
  const { data, json, passphrase } = readOptions(command, { passphrase: z.boolean().default(false) });
  const { key, place } = await chooseKey(passphrase, context);
  const folders = change(data, key);
  context.stdout.write(
    json ? `${JSON.stringify({ encrypted: true, key: place, folders })}\n` : explanations[place](folders),
  );
}

async function runDecrypt(command: Command, { stdout }: CommandContext): Promise<void> {
  const { data, json } = readOptions(command, {});
  const folders = change(data, undefined);
  stdout.write(
    json
      ? `${JSON.stringify({ encrypted: false, folders })}\n`
      : `The databases in ${folders.join(', ')} are no longer encrypted.\n`,
  );
}

function change(data: string, key: string | undefined): string[] {
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const lock = lockDataFolder(data, key === undefined ? 'decrypt' : 'encrypt');
  try {
    const folders = setEncryption(data, key);
    const store = openStore(data);
    store.auditLog.add('command line', 'settings-changed', { encrypted: key !== undefined });
    store.close();
    return folders;
  } finally {
    lock.release();
  }
}

/** A key that is at hand already is used on: a passphrase that was given, else the one that the keychain holds. */
async function chooseKey(
  wantsPassphrase: boolean,
  context: CommandContext,
): Promise<{ key: string; place: KeyPlace }> {
  const given = process.env[passphraseVariable];
  if (given !== undefined && given !== '') return { key: checked(given), place: 'passphrase' };
  const kept = wantsPassphrase ? undefined : keyOfKeychain();
  if (kept !== undefined) return { key: kept, place: 'keychain' };
  if (!canAsk(context)) {
    throw new CommandError(
      `There is no keychain here that can be used, and no terminal to ask at; give the passphrase as ${passphraseVariable}.`,
    );
  }
  const key = checked(await askPassphrase('A passphrase for the data folder:', context));
  if (key !== (await askPassphrase('The same again:', context))) {
    throw new CommandError('The two passphrases differ. Nothing was changed; run it again.');
  }
  process.env[passphraseVariable] = key;
  return { key, place: 'passphrase' };
}

/** The key that the keychain holds, or a new one that it holds from now on; undefined where there is no keychain. */
function keyOfKeychain(): string | undefined {
  const keychain = openKeychain();
  const known = keychain?.read();
  if (keychain === undefined || known !== undefined) return known;
  const key = randomBytes(32).toString('base64');
  return keychain.keep(key) ? key : undefined;
}

function checked(passphrase: string): string {
  if (passphrase.length >= leastLength) return passphrase;
  throw new CommandError(
    `The passphrase has ${passphrase.length} characters; it needs ${leastLength}. Four words at random are a good one.`,
  );
}

const explanations: Record<KeyPlace, (folders: readonly string[]) => string> = {
  keychain: (folders) =>
    `The databases in ${folders.join(', ')} are encrypted. The key is in the keychain of your system; without it nobody can read them, and neither can you.\n`,
  passphrase: (folders) =>
    `The databases in ${folders.join(', ')} are encrypted. Keep the passphrase: without it nobody can read them, and neither can you. Commands ask for it, or take it from ${passphraseVariable}.\n`,
};
