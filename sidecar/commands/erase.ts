import type { Command } from 'commander';
import { z } from 'zod';
import { resumeId } from '../import/read-resumes.ts';
import { type Erasure, erasePeople } from '../storage/erase.ts';
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
    const { nightlyTraining } = store.settings.read();
    const again = nightlyTraining.on ? nextNight(new Date(), nightlyTraining.hour) : undefined;
    stdout.write(json ? `${JSON.stringify(erasure)}\n` : describeErasure(erasure, again));
    if (erasure.unreachable.length > 0) {
      throw new CommandError('Some backups could not be opened and may still hold the person; see above.');
    }
  } finally {
    store.close();
    lock.release();
  }
}

/** The next time at which this hour of the day begins, on the clock of this machine. */
export function nextNight(now: Date, hour: number): Date {
  const night = new Date(now);
  night.setHours(hour, 0, 0, 0);
  if (night <= now) night.setDate(night.getDate() + 1);
  return night;
}

/** @param trainedAgain when the policy is trained again by itself; undefined where nightly training is off */
export function describeErasure(
  { people, folders, unreachable, stale }: Erasure,
  trainedAgain: Date | undefined,
): string {
  const lines = [
    `${people === 1 ? '1 person' : `${people} people`} erased from ${folders.join(', ')}.`,
    ...unreachable.map(({ folder, why }) => `Not reached: ${folder} (${why})`),
  ];
  if (people > 0) lines.push('Vectors are fitted anew when the recommender is next used.');
  if (stale.length > 0) {
    lines.push(
      `To be trained again, for they were learned with these people in the pool: ${stale.join(', ')}.`,
    );
    lines.push(
      trainedAgain === undefined
        ? 'Nothing does that by itself while nightly training is off: autorefine train policy'
        : `The policy is trained again by itself on ${trainedAgain.toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' })}; language models by autorefine train model.`,
    );
  }
  return `${lines.join('\n')}\n`;
}
