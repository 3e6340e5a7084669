import type { Command } from 'commander';
import { backUp, restore } from '../storage/backup.ts';
import { lockDataFolder } from '../storage/lock.ts';
import { openStore } from '../storage/store.ts';
import { readOptions } from './common-options.ts';
import type { CommandContext, RegisterCommand } from './context.ts';

/** `autorefine backup FOLDER` and `autorefine restore FOLDER`. */
export const registerBackup: RegisterCommand = (program, context) => {
  program
    .command('backup')
    .description('copy both databases into a new folder, while the service runs')
    .argument('<folder>', 'a folder that holds no backup yet')
    .action((folder: string, _options: unknown, command: Command) => runBackup(folder, command, context));
  program
    .command('restore')
    .description('bring a backup back; what it replaces is kept')
    .argument('<folder>', 'a folder that `backup` made')
    .action((folder: string, _options: unknown, command: Command) => runRestore(folder, command, context));
};

function runBackup(folder: string, command: Command, { stdout }: CommandContext): void {
  const { data, json } = readOptions(command, {});
  const path = backUp(data, folder);
  record(data, 'backed-up');
  stdout.write(
    json ? `${JSON.stringify({ path })}\n` : `Backup written to ${path}. Erasing a person reaches it.\n`,
  );
}

function runRestore(folder: string, command: Command, { stdout }: CommandContext): void {
  const { data, json } = readOptions(command, {});
  openStore(data).close();
  const lock = lockDataFolder(data, 'restore');
  try {
    const kept = restore(data, folder, new Date());
    record(data, 'restored');
    stdout.write(
      json ? `${JSON.stringify({ kept })}\n` : `Restored. What was here before is kept in ${kept}.\n`,
    );
  } finally {
    lock.release();
  }
}

function record(data: string, action: 'backed-up' | 'restored'): void {
  const store = openStore(data);
  store.auditLog.add('command line', action, {});
  store.close();
}
