import type { Command } from 'commander';
import { z } from 'zod';
import type { Settings } from '../storage/settings.ts';
import { collect, integerBetween, readOptions } from './common-options.ts';
import { type CommandContext, CommandError, type RegisterCommand } from './context.ts';
import { withData } from './open-services.ts';

const ownOptions = {
  measuring: z.string().optional(),
  optimising: z.string().optional(),
  retentionDays: z.number().optional(),
  jurisdiction: z.array(z.string()).optional(),
};

/** `autorefine settings`: the company's switches; without an option it shows them. */
export const registerSettings: RegisterCommand = (program, context) => {
  program
    .command('settings')
    .description("the company's switches: measuring, optimising, retention")
    .option('--measuring <on|off>', 'measure what wording does to the match list, over self-reports')
    .option('--optimising <on|off>', 'choose among wordings by what they do to the list')
    .option(
      '--retention-days <number>',
      'erase people this long after their last activity; 0 for never',
      integerBetween(0, 36500),
    )
    .option('--jurisdiction <code>', 'where records must be kept for a time, such as US or US-CA', collect)
    .action((_options: unknown, command: Command) => runSettings(command, context));
};

function runSettings(command: Command, { stdout }: CommandContext): Promise<void> {
  const { data, json, measuring, optimising, retentionDays, jurisdiction } = readOptions(command, ownOptions);
  const changes: Partial<Settings> = {
    ...(measuring === undefined ? {} : { measuring: parseSwitch('--measuring', measuring) }),
    ...(optimising === undefined ? {} : { optimising: parseSwitch('--optimising', optimising) }),
    ...(jurisdiction === undefined ? {} : { jurisdictions: jurisdiction }),
  };
  return withData(data, async ({ store }) => {
    if (retentionDays !== undefined)
      store.settings.setRetention(retentionDays === 0 ? undefined : retentionDays);
    const settings = store.settings.update(changes);
    if (retentionDays !== undefined || Object.keys(changes).length > 0) {
      const { measuring: on, optimising: learning } = settings;
      store.auditLog.add('command line', 'settings-changed', { measuring: on, optimising: learning });
    }
    stdout.write(json ? `${JSON.stringify(settings)}\n` : describe(settings));
  });
}

function describe({ measuring, optimising, retentionDays, jurisdictions, sample }: Settings): string {
  return [
    `measuring     ${measuring ? 'on' : 'off'}`,
    `optimising    ${optimising ? 'on' : 'off'}`,
    `retention     ${retentionDays === undefined ? 'no automatic erasure' : `${retentionDays} days`}`,
    `jurisdictions ${jurisdictions.join(', ') || 'none named'}`,
    ...(sample ? ['The data are the synthetic sample company.'] : []),
    '',
  ].join('\n');
}

function parseSwitch(option: string, value: string): boolean {
  if (value !== 'on' && value !== 'off') throw new CommandError(`${option} is on or off, not "${value}".`);
  return value === 'on';
}
