import type { Command } from 'commander';
import { z } from 'zod';
import { createDetector } from '../../shared/detection/detector.ts';
import { createMarketSource } from '../market/market.ts';
import { fieldsOf } from '../recommender/candidate.ts';
import { createLexicalRecommender } from '../recommender/lexical.ts';
import type { Store } from '../storage/store.ts';
import { evaluationTable } from '../training-jobs/evaluation-table.ts';
import { readTrainingPostings, type TrainingPosting } from '../training-jobs/read-training-postings.ts';
import { type PolicyTrainingResult, policyKind, trainPolicy } from '../training-jobs/train-policy.ts';
import { integerBetween, readOptions } from './common-options.ts';
import { type CommandContext, CommandError, exitCodes } from './context.ts';
import { lowerPriority } from './lower-priority.ts';
import { type OpenData, withData } from './open-services.ts';
import { createProgressBar } from './progress-bar.ts';

const ownOptions = {
  postings: z.string().optional(),
  refinement: z.enum(['rloo', 'grpo']),
  epochs: z.number(),
  rollBack: z.boolean().default(false),
};

/** `autorefine train policy`: learn from the match list which edits bring it back to the people who meet the requirements. */
export function registerTrainPolicy(train: Command, context: CommandContext): void {
  train
    .command('policy')
    .description('train the span policy on the past postings; promoted only if it passes every check')
    .option('--postings <file>', 'postings of a .csv or .jsonl file in place of the past postings')
    .option('--refinement <name>', 'rloo or grpo', 'rloo')
    .option('--epochs <number>', 'most epochs of refinement', integerBetween(1, 1000), 40)
    .option('--roll-back', 'withdraw the policy in force, so that the one before it is in force again')
    .action((_options: unknown, command: Command) => runTrainPolicy(command, context));
}

async function runTrainPolicy(command: Command, context: CommandContext): Promise<void> {
  const options = readOptions(command, ownOptions);
  const { stdout, stderr, signal } = context;
  await withData(options.data, async (data) => {
    if (options.rollBack) {
      const now = data.store.policies.withdraw(policyKind);
      stdout.write(
        `${now === undefined ? 'No policy is in force.' : `${now.policyId} is in force again.`}\n`,
      );
      return;
    }
    requireSwitches(data.store);
    lowerPriority();
    const postings = await readPostings(data.store, options.postings, signal);
    const bar = createProgressBar(stderr, options.quiet, () => performance.now());
    const market = await createMarketSource({ ...data, seed: options.seed, signal }).current(
      ({ done, total, message }) => bar.update(done, total, message),
    );
    if (market === undefined || market.attributes.length === 0) {
      throw new CommandError(
        'There are no candidates with self-reports to measure the list with; import both first.',
        exitCodes.missingService,
      );
    }
    const result = await trainPolicy({
      store: data.store,
      market,
      second: lexicalRecommender(data),
      postings,
      detector: createDetector(),
      refinement: options.refinement,
      epochs: options.epochs,
      seed: options.seed,
      signal,
      onProgress: (done, total, message) => bar.update(done, total, message),
      onEpoch: (report, evaluations) => {
        if (options.json) stdout.write(`${JSON.stringify({ type: 'progress', ...report, evaluations })}\n`);
        else if (!options.quiet) {
          stderr.write(
            `epoch ${report.epoch}: reward ${report.reward.toFixed(4)}, select ${report.selectScore.toFixed(4)}, entropy ${report.entropy.toFixed(2)}, ${evaluations} evaluations\n`,
          );
        }
      },
    });
    bar.clear();
    stdout.write(options.json ? `${JSON.stringify(result.record)}\n` : describe(result));
  });
}

function requireSwitches(store: Store): void {
  const { measuring, optimising } = store.settings.read();
  if (measuring && optimising) return;
  throw new CommandError(
    `${measuring ? 'Optimising' : 'Measuring'} is switched off for this company; an analyst can switch it on.`,
  );
}

async function readPostings(
  store: Store,
  file: string | undefined,
  signal: AbortSignal,
): Promise<TrainingPosting[]> {
  if (file !== undefined) return (await readTrainingPostings(file, signal)).postings;
  const postings = store.postings.all().map(({ externalId, title, text, employer }) => ({
    id: externalId,
    text: text.startsWith(title) ? text : `${title}\n\n${text}`,
    // One company's own postings would all fall on one side; its departments are no employers.
    ...(employer === undefined ? {} : { employer }),
  }));
  const employers = new Set(postings.map(({ employer }) => employer));
  if (postings.length === 0)
    throw new CommandError('There are no past postings; name a file with --postings.');
  return employers.size > 1 ? postings : postings.map(({ id, text }) => ({ id, text }));
}

function lexicalRecommender({ store }: OpenData) {
  return createLexicalRecommender(
    [...store.candidates.all()].map(({ text, occupation }) => fieldsOf(text, occupation)),
  );
}

function describe({ policyId, record }: PolicyTrainingResult): string {
  const { promotion } = record;
  return [
    evaluationTable(record.evaluation),
    promotion.promoted ? `${policyId} is promoted.` : `${policyId} is kept but not promoted.`,
    ...promotion.checks.map(
      ({ check, passed, found }) => `  ${passed ? 'passed' : 'FAILED'}  ${check} (${found})`,
    ),
    '',
  ].join('\n');
}
