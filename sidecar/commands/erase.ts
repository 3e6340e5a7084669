import type { Command } from 'commander';
import { z } from 'zod';
import { resumeId } from '../import/read-resumes.ts';
import { erasePeople } from '../storage/erase.ts';
import { lockDataFolder } from '../storage/lock.ts';
import { peoplePastRetention } from '../storage/retention.ts';
import { openStore } from '../storage/store.ts';
import { readOptions } from './common-options.ts';
import { type CommandContext, CommandError, type RegisterCommand } from './context.ts';

const ownOptions = { expired: z.boolean().default(false) };

/** `autorefine erase CANDIDATE`: everything about one person, in both files, indexes, free pages and backups. */
export const registerErase: RegisterCommand = (program, context) => {
  program
    .command('erase')
    .description('erase everything about a person, from the backups of this tool too')
    .argument('[candidate]', 'external id, or the file name of a resume')
    .option('--expired', 'erase everyone whose retention time is over')
    .action((candidate: string | undefined, _options: unknown, command: Command) =>
      runErase(candidate, command, context),
    );
};

function runErase(candidate: string | undefined, command: Command, { stdout }: CommandContext): void {
  const { data, json, expired } = readOptions(command, ownOptions);
  if ((candidate === undefined) === !expired) {
    throw new CommandError('Name a candidate, or use --expired for everyone whose retention time is over.');
  }
  const store = openStore(data);
  const lock = lockDataFolder(data, 'erase');
  try {
    const ids =
      candidate === undefined ? peoplePastRetention(store, new Date()) : [candidate, resumeId(candidate)];
    const erasure = erasePeople(data, ids);
    if (candidate !== undefined && erasure.people === 0) {
      throw new CommandError(`There is no candidate "${candidate}" here or in a backup; nothing was erased.`);
    }
    store.auditLog.add('command line', 'erased', { people: erasure.people, folders: erasure.folders.length });
    stdout.write(json ? `${JSON.stringify(erasure)}\n` : describe(erasure));
    if (erasure.unreachable.length > 0) {
      throw new CommandError('Some backups could not be opened and may still hold the person; see above.');
    }
  } finally {
    store.close();
    lock.release();
  }
}

function describe({ people, folders, unreachable, stale }: ReturnType<typeof erasePeople>): string {
  const lines = [
    `${people === 1 ? '1 person' : `${people} people`} erased from ${folders.join(', ')}.`,
    ...unreachable.map(({ folder, why }) => `Not reached: ${folder} (${why})`),
  ];
  if (people > 0) lines.push('Vectors are fitted anew when the recommender is next used.');
  if (stale.length > 0) lines.push(`Policies to be trained again: ${stale.join(', ')}.`);
  return `${lines.join('\n')}\n`;
}
