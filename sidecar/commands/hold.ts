import type { Command } from 'commander';
import { z } from 'zod';
import { resumeId } from '../import/read-resumes.ts';
import { readOptions } from './common-options.ts';
import { type CommandContext, CommandError, type RegisterCommand } from './context.ts';
import { withData } from './open-services.ts';

const ownOptions = { reason: z.string().optional(), lift: z.boolean().default(false) };

/** `autorefine hold CANDIDATE`: keeps a person from retention while the law asks for it. */
export const registerHold: RegisterCommand = (program, context) => {
  program
    .command('hold')
    .description('keep a person from automatic erasure (legal hold), or lift that')
    .argument('<candidate>', 'external id, or the file name of a resume')
    .option('--reason <text>', 'why, such as a court case; kept with the person')
    .option('--lift', 'the hold is over')
    .action((candidate: string, _options: unknown, command: Command) => runHold(candidate, command, context));
};

async function runHold(candidate: string, command: Command, { stdout }: CommandContext): Promise<void> {
  const { data, json, reason, lift } = readOptions(command, ownOptions);
  if ((reason === undefined) === !lift) {
    throw new CommandError('Say why with --reason TEXT, or end a hold with --lift.');
  }
  await withData(data, async ({ store }) => {
    const held = [candidate, resumeId(candidate)].some((id) => store.candidates.hold(id, reason));
    if (!held) throw new CommandError(`There is no candidate "${candidate}"; check the id.`);
    store.auditLog.add('command line', 'hold-changed', { held: !lift });
    stdout.write(
      json
        ? `${JSON.stringify({ held: !lift })}\n`
        : `${lift ? 'The hold is lifted.' : 'Kept until the hold is lifted, also past the retention time.'}\n`,
    );
  });
}
