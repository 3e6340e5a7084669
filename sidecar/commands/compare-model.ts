import { writeFile } from 'node:fs/promises';
import type { PairChoice } from '../storage/model-comparisons.ts';
import { modelKind } from '../storage/policy-kinds.ts';
import { beginComparison, endComparison } from '../training-jobs/compare-model.ts';
import type { ModelCard, ModelStore } from '../training-jobs/deployed-models.ts';
import { hashPostings } from '../training-jobs/keep-model.ts';
import { readPostingMaterial } from '../training-jobs/model-material.ts';
import { readTrainingPostings } from '../training-jobs/read-training-postings.ts';
import { askChoices } from './ask-choices.ts';
import { canAsk } from './ask-passphrase.ts';
import { type CommandContext, CommandError, type CommonOptions } from './context.ts';
import { createProgressBar } from './progress-bar.ts';
import { readChoices } from './read-choices.ts';

export interface CompareOptions extends CommonOptions {
  readonly postings?: string | undefined;
  readonly pairsOut?: string | undefined;
  readonly choices?: string | undefined;
}

/**
 * `autorefine train model --compare NAME`: someone chooses, blind, between what the model and the policy engine made of sentences
 * the model did not learn from. What was answered is kept at once; the same command goes on with the rest.
 */
export async function compareModel(
  models: ModelStore,
  card: ModelCard,
  options: CompareOptions,
  context: CommandContext,
): Promise<void> {
  const { modelComparisons } = models.store;
  const { name } = card;
  if (modelComparisons.tally(name) === undefined) {
    requireSomeone(options, context);
    await drawComparison(models, card, options, context);
  }
  const answer = (id: string, choice: PairChoice) => modelComparisons.choose(name, id, choice);
  if (options.choices !== undefined) {
    const read = await readChoices(options.choices, modelComparisons.choices(name), context.signal);
    models.store.transaction(() => {
      for (const [id, choice] of read) answer(id, choice);
    });
  }
  const open = modelComparisons.open(name);
  const pairs = modelComparisons.choices(name).size;
  if (options.pairsOut !== undefined) await writePairs(options.pairsOut, open);
  else if (options.choices === undefined && open.length > 0) {
    requireSomeone(options, context);
    await askChoices({ open, pairs, onChoice: answer }, context);
  }
  await tellComparison(models, card, options, context);
}

async function drawComparison(
  models: ModelStore,
  card: ModelCard,
  { postings: file, seed, quiet }: CompareOptions,
  { stderr, signal }: CommandContext,
): Promise<void> {
  const postings = file === undefined ? undefined : (await readTrainingPostings(file, signal)).postings;
  const material = readPostingMaterial({ store: models.store, postings });
  if (!quiet && hashPostings(material.postings) !== card.data.hash)
    stderr.write(
      'These are other postings than the model was trained with: a sentence that stands in both may be among those compared.\n',
    );
  const bar = createProgressBar(stderr, quiet, () => performance.now());
  await beginComparison({
    ...material,
    ...{ models, card, seed, signal },
    onProgress: (done, total) => bar.update(done, total, `Asking ${card.name}`),
  }).finally(() => bar.clear());
}

async function writePairs(file: string, pairs: readonly object[]): Promise<void> {
  await writeFile(file, pairs.map((pair) => `${JSON.stringify(pair)}\n`).join(''), { mode: 0o600 });
}

/** Asking the model takes minutes, so it is not done for nobody. */
function requireSomeone({ pairsOut, choices }: CompareOptions, context: CommandContext): void {
  if (choices !== undefined)
    throw new CommandError('No pairs were drawn for this model yet; write them with --pairs-out FILE first.');
  if (pairsOut === undefined && !canAsk(context))
    throw new CommandError(
      'There is no terminal to ask at. Write the pairs with --pairs-out FILE, and read the answers with --choices FILE.',
    );
}

async function tellComparison(
  models: ModelStore,
  card: ModelCard,
  { json, pairsOut }: CompareOptions,
  { stdout }: CommandContext,
): Promise<void> {
  const { name } = card;
  const { pairs = 0, open = 0, result } = (await endComparison(models, card, 'command line')) ?? {};
  const answered = pairs - open;
  const inForce = models.store.policies.current(modelKind)?.policyId === name;
  if (json) {
    stdout.write(`${JSON.stringify({ model: name, pairs, answered, ...(result && { result, inForce }) })}\n`);
    return;
  }
  if (result === undefined) {
    stdout.write(
      pairsOut === undefined
        ? `${answered} of ${pairs} answered and kept; the same command goes on.\n`
        : `${open} pairs are written to ${pairsOut}. Answer with lines of {"id": "…", "choice": "a"}, or "b", or "=" for neither, and read them with --choices FILE.\n`,
    );
    return;
  }
  stdout.write(
    `${result.verdict}\n${name} ${inForce ? 'is in force; --roll-back withdraws it' : 'answers where it is named'}.\n`,
  );
}
