import type { Command } from 'commander';
import { z } from 'zod';
import type { RulePack } from '../../shared/detection/merge-packs.ts';
import { rulePackSchema } from '../../shared/detection/rule-pack.ts';
import type { Settings } from '../storage/settings.ts';
import type { Store } from '../storage/store.ts';
import { collect, integerBetween, readOptions } from './common-options.ts';
import { type CommandContext, CommandError, type RegisterCommand } from './context.ts';
import { describeRulePack } from './describe-rule-pack.ts';
import { withData } from './open-services.ts';
import { readRulePacks } from './read-rule-packs.ts';
import {
  addRecommenderOptions,
  chosenRecommender,
  recommenderOptions,
} from './recommender-choice-options.ts';

const ownOptions = {
  measuring: z.string().optional(),
  optimising: z.string().optional(),
  exploring: z.string().optional(),
  retentionDays: z.number().optional(),
  jurisdiction: z.array(z.string()).optional(),
  ...recommenderOptions,
  rulePack: z.array(z.string()).default([]),
  removeRulePack: z.array(z.string()).default([]),
};

/** `autorefine settings`: the company's switches; without an option it shows them. */
export const registerSettings: RegisterCommand = (program, context) => {
  addRecommenderOptions(program.command('settings'))
    .description("the company's switches: measuring, optimising, retention, which recommender is measured")
    .option('--measuring <on|off>', 'measure what wording does to the match list, over self-reports')
    .option('--optimising <on|off>', 'choose among wordings by what they do to the list')
    .option(
      '--exploring <on|off>',
      'draw which proposal is shown first, so that outcomes can be learned from',
    )
    .option(
      '--retention-days <number>',
      'erase people this long after their last activity; 0 for never',
      integerBetween(0, 36500),
    )
    .option('--jurisdiction <code>', 'where records must be kept for a time, such as US or US-CA', collect)
    .option(
      '--rule-pack <file>',
      'keep rules of your own, as docs/rule-pack.schema.json says; one of the same name is replaced',
      collect,
    )
    .option('--remove-rule-pack <name>', 'drop the rules of this pack again', collect)
    .action((_options: unknown, command: Command) => runSettings(command, context));
};

async function runSettings(command: Command, { stdout }: CommandContext): Promise<void> {
  const options = readOptions(command, ownOptions);
  const { data, json, measuring, optimising, exploring, retentionDays, jurisdiction } = options;
  const recommender = chosenRecommender(options);
  const packs = await readRulePacks(options.rulePack);
  const changes: Partial<Settings> = {
    ...(measuring === undefined ? {} : { measuring: parseSwitch('--measuring', measuring) }),
    ...(optimising === undefined ? {} : { optimising: parseSwitch('--optimising', optimising) }),
    ...(exploring === undefined ? {} : { exploring: parseSwitch('--exploring', exploring) }),
    ...(jurisdiction === undefined ? {} : { jurisdictions: jurisdiction }),
    ...(recommender === undefined ? {} : { recommender }),
  };
  await withData(data, async ({ store }) => {
    changeRulePacks(store, packs, options.removeRulePack);
    if (retentionDays !== undefined)
      store.settings.setRetention(retentionDays === 0 ? undefined : retentionDays);
    const settings = withoutSecrets(store.settings.update(changes));
    if (retentionDays !== undefined || Object.keys(changes).length > 0) {
      store.auditLog.add('command line', 'settings-changed', {
        measuring: settings.measuring,
        optimising: settings.optimising,
        exploring: settings.exploring,
      });
    }
    const rulePacks = store.rulePacks.all();
    stdout.write(
      json
        ? `${JSON.stringify({ ...settings, rulePacks: rulePacks.map(({ name }) => name) })}\n`
        : describe(settings, rulePacks.map(describeRulePack)),
    );
  });
}

/** All of the changes or none. @throws CommandError for a name that no pack has */
function changeRulePacks(store: Store, added: readonly RulePack[], removed: readonly string[]): void {
  if (added.length + removed.length === 0) return;
  store.transaction(() => {
    for (const name of removed) {
      if (store.rulePacks.remove(name)) continue;
      const known = store.rulePacks.all().map((pack) => `"${pack.name}"`);
      throw new CommandError(`No rule pack is called "${name}"; kept are ${known.join(', ') || 'none'}.`);
    }
    for (const pack of added) store.rulePacks.save(rulePackSchema.parse(pack));
    const names = added.map(({ name }) => name);
    store.auditLog.add('command line', 'settings-changed', {
      rulePacksAdded: names.join(', '),
      rulePacksRemoved: removed.join(', '),
    });
  });
}

/** Passwords and tokens stay in the database. */
function withoutSecrets(settings: Settings): Settings {
  const { recommender } = settings;
  if (!('url' in recommender) || recommender.url === undefined) return settings;
  const url = new URL(recommender.url);
  url.password = '';
  if (recommender.kind !== 'external') return { ...settings, recommender: { ...recommender, url: url.href } };
  const { token, ...shown } = recommender;
  return { ...settings, recommender: { ...shown, url: url.href } };
}

function describe(
  { measuring, optimising, exploring, retentionDays, jurisdictions, recommender, sample }: Settings,
  rulePacks: readonly string[],
): string {
  return [
    `measuring     ${measuring ? 'on' : 'off'}`,
    `optimising    ${optimising ? 'on' : 'off'}`,
    `exploring     ${exploring ? 'on' : 'off'}`,
    `retention     ${retentionDays === undefined ? 'no automatic erasure' : `${retentionDays} days`}`,
    `recommender   ${recommender.kind}${'model' in recommender ? `, ${recommender.model}` : ''}${'url' in recommender && recommender.url !== undefined ? ` at ${recommender.url}` : ''}`,
    `rule packs    ${rulePacks.join('; ') || 'none'}`,
    `jurisdictions ${jurisdictions.join(', ') || 'none named'}`,
    ...(sample ? ['The data are the synthetic sample company.'] : []),
    '',
  ].join('\n');
}

function parseSwitch(option: string, value: string): boolean {
  if (value !== 'on' && value !== 'off') throw new CommandError(`${option} is on or off, not "${value}".`);
  return value === 'on';
}
