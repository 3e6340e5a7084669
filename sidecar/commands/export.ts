import type { Command } from 'commander';
import { readPerson } from '../data-keeper/person-record.ts';
import { readOptions } from './common-options.ts';
import { type CommandContext, CommandError, type RegisterCommand } from './context.ts';
import { withData } from './open-services.ts';

/** `autorefine export CANDIDATE`: everything that is kept about one person, as one JSON object. */
export const registerExport: RegisterCommand = (program, context) => {
  program
    .command('export')
    .description('everything that is kept about a person, as JSON')
    .argument('<candidate>', 'external id, or the file name of a resume')
    .action((candidate: string, _options: unknown, command: Command) =>
      runExport(candidate, command, context),
    );
};

async function runExport(candidate: string, command: Command, { stdout }: CommandContext): Promise<void> {
  const { data, json } = readOptions(command, {});
  await withData(data, async ({ store, attributes }) => {
    const found = readPerson(store, attributes, candidate);
    if (found === undefined) throw new CommandError(`There is no candidate "${candidate}"; check the id.`);
    store.auditLog.add('command line', 'exported', { people: 1 });
    stdout.write(`${JSON.stringify(found, null, json ? undefined : 2)}\n`);
  });
}
