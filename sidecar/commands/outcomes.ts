import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import { z } from 'zod';
import { hashText } from '../../shared/hash.ts';
import { createRandom } from '../../shared/random.ts';
import { type Comparison, compareProposals } from '../../training/outcomes/compare-proposals.ts';
import { postingOutcomes } from '../../training/outcomes/posting-outcomes.ts';
import { postingsNeeded } from '../../training/outcomes/power.ts';
import type { ObservedPosting } from '../../training/outcomes/proposal.ts';
import type { RequirementReader } from '../../training/recommender.ts';
import { createMarketSource } from '../market/market.ts';
import { wholeText } from '../storage/postings.ts';
import type { Store } from '../storage/store.ts';
import { integerBetween, readOptions } from './common-options.ts';
import { type CommandContext, CommandError, exitCodes, type RegisterCommand } from './context.ts';
import { type OpenData, withData } from './open-services.ts';

const powerOptions = {
  effect: z.number(),
  deviation: z.number().optional(),
  proposals: z.number(),
  attribute: z.string().optional(),
};
const learnOptions = {
  effect: z.number(),
  reference: z.string(),
  attribute: z.string().optional(),
};

/** `autorefine outcomes power|learn`: what applications say of the proposals that were shown, once there are enough. */
export const registerOutcomes: RegisterCommand = (program, context) => {
  const outcomes = program
    .command('outcomes')
    .description('learn from applications which proposal to show, and how many postings that takes');
  outcomes
    .command('power')
    .description('postings needed until an effect on the applicants could be told from chance')
    .requiredOption('--effect <number>', 'fall of the squared excess gap that would matter', positive)
    .option('--deviation <number>', 'its standard deviation; from the past postings when absent', positive)
    .option('--proposals <number>', 'proposals that are drawn evenly', integerBetween(2, 10), 2)
    .option('--attribute <name>', 'self-reported attribute; the first when absent')
    .action((_options: unknown, command: Command) => runPower(command, context));
  outcomes
    .command('learn')
    .description('compare the proposals that were shown; refuses while there are too few postings')
    .requiredOption('--effect <number>', 'fall of the squared excess gap that would matter', positive)
    .option('--reference <name>', 'the proposal that is shown without exploration', 'policy')
    .option('--attribute <name>', 'self-reported attribute; the first when absent')
    .action((_options: unknown, command: Command) => runLearn(command, context));
};

async function runPower(command: Command, context: CommandContext): Promise<void> {
  const { data, seed, json, effect, proposals, attribute, ...given } = readOptions(command, powerOptions);
  const measured =
    given.deviation === undefined
      ? await withData(data, (open) => readOutcomes(open, { seed, attribute }, context))
      : undefined;
  const deviation = given.deviation ?? deviationOf([...(measured?.outcomes.values() ?? [])]);
  // Two proposals of n drawn evenly have a chance of 1/n each.
  const needed = postingsNeeded({ effect, deviation, inversePropensities: 2 * proposals });
  context.stdout.write(
    json
      ? `${JSON.stringify({ effect, deviation, proposals, postings: needed, power: 0.8, level: 0.05 })}\n`
      : `${needed} postings with applicants are needed to find a fall of ${effect} with probability .80 (standard deviation ${deviation.toFixed(4)}, ${proposals} proposals drawn evenly).\nA proposal that half of the people accept has half the effect when shown: ask for that one.\n`,
  );
}

async function runLearn(command: Command, context: CommandContext): Promise<void> {
  const { data, seed, json, effect, reference, attribute } = readOptions(command, learnOptions);
  await withData(data, async (open) => {
    const measured = await readOutcomes(open, { seed, attribute }, context);
    const observed = observe(open.store, measured.outcomes, measured.readRequirements);
    const comparison = compareProposals(observed, { reference, effect, random: createRandom(seed) });
    context.stdout.write(
      json
        ? `${JSON.stringify({ attribute: measured.attribute, logged: open.store.proposals.count(), ...comparison })}\n`
        : describe(comparison),
    );
  });
}

/** Outcomes of the past postings on one attribute. @throws CommandError when nothing can be measured */
async function readOutcomes(
  { store, attributes }: OpenData,
  { seed, attribute: name }: { readonly seed: number; readonly attribute: string | undefined },
  { signal }: CommandContext,
) {
  if (!store.settings.read().measuring)
    throw new CommandError('Measuring is switched off for this company; an analyst can switch it on.');
  const market = await createMarketSource({ store, attributes, seed, signal }).current();
  const attribute = market?.attributes.find((one) => name === undefined || one.name === name);
  if (market === undefined || attribute === undefined) {
    const known = market?.attributes.map((one) => one.name).join(', ') || 'none';
    throw new CommandError(
      name === undefined
        ? 'There are no candidates with self-reports; import both first, or give --deviation.'
        : `There are no self-reports of "${name}"; there are: ${known}.`,
      exitCodes.missingService,
    );
  }
  const applicants = new Map<string, Set<string>>();
  for (const { postingId, externalId, stage } of store.outcomes.all()) {
    if (stage !== 'applied') continue;
    applicants.set(postingId, (applicants.get(postingId) ?? new Set()).add(externalId));
  }
  const outcomes = postingOutcomes({
    ...market,
    attribute,
    postings: store.postings.all().map((posting) => ({ id: posting.externalId, text: wholeText(posting) })),
    applicants,
  });
  return { attribute: attribute.name, outcomes, readRequirements: market.readRequirements };
}

/** Joins proposals to the past postings that were published with the original or the proposed text. */
function observe(
  store: Store,
  outcomes: ReadonlyMap<string, number>,
  readRequirements: RequirementReader,
): ObservedPosting[] {
  const proposals = new Map(
    store.proposals.all().flatMap((one) => [
      [one.originalHash, one],
      [one.proposedHash, one],
    ]),
  );
  return store.postings.all().flatMap((posting) => {
    const outcome = outcomes.get(posting.externalId);
    const text = wholeText(posting);
    const proposal = proposals.get(hashText(text)) ?? proposals.get(hashText(posting.text));
    if (outcome === undefined || proposal === undefined) return [];
    const { shown, propensities } = proposal;
    const features = [readRequirements(text).occupation ?? 'no occupation'];
    return [{ shown, propensities, outcome, features, cluster: posting.employer ?? posting.externalId }];
  });
}

function deviationOf(values: readonly number[]): number {
  if (values.length < 2)
    throw new CommandError(
      `${values.length} past postings have applicants and enough people who meet the requirements; give --deviation.`,
    );
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}

function describe(comparison: Comparison): string {
  if (!comparison.enough) return `Nothing is learned yet: ${comparison.why}.\n`;
  const lines = comparison.effects.map(
    ({ proposal, difference, interval, pHolm, verdict, postings }) =>
      `${proposal}: ${verdict.replaceAll('-', ' ')}; ${difference.toFixed(4)} (${interval.lower.toFixed(4)} to ${interval.upper.toFixed(4)}), p ${pHolm.toPrecision(2)}, ${postings} postings`,
  );
  return `${[...lines, `To be shown first: ${comparison.preferred}`].join('\n')}\n`;
}

function positive(value: string): number {
  const number = Number(value);
  if (!(number > 0 && Number.isFinite(number)))
    throw new InvalidArgumentError('It must be a number above 0.');
  return number;
}
