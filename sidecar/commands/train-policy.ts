import type { Command } from 'commander';
import { z } from 'zod';
import { policyKind } from '../storage/policy-kinds.ts';
import { evaluationTable } from '../training-jobs/evaluation-table.ts';
import { readTrainingPostings } from '../training-jobs/read-training-postings.ts';
import { trainOnData } from '../training-jobs/train-on-data.ts';
import type { PolicyTrainingResult } from '../training-jobs/train-policy.ts';
import { TrainingError } from '../training-jobs/training-error.ts';
import { integerBetween, readOptions } from './common-options.ts';
import { type CommandContext, CommandError, exitCodes } from './context.ts';
import { lowerPriority } from './lower-priority.ts';
import { withData } from './open-services.ts';
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
    lowerPriority();
    const file = options.postings;
    const postings = file === undefined ? undefined : (await readTrainingPostings(file, signal)).postings;
    const bar = createProgressBar(stderr, options.quiet, () => performance.now());
    const result = await trainOnData({
      ...data,
      postings,
      actor: 'command line',
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
  }).catch(asCommandError);
}

function asCommandError(error: unknown): never {
  if (!(error instanceof TrainingError)) throw error;
  throw new CommandError(`${error.message} ${error.mend}`, exitCodes.usage, { cause: error });
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
