import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { z } from 'zod';
import { createDetector, type Detector } from '../../shared/detection/detector.ts';
import type { Edit } from '../../shared/protocol/edit.ts';
import { createRandom } from '../../shared/random.ts';
import { DeployError } from '../../training/language-model/deploy.ts';
import { GgufError } from '../../training/language-model/gguf/metadata.ts';
import { AdapterError } from '../../training/language-model/import-adapter.ts';
import { createPolicyRewriter } from '../../training/policy-rewriter.ts';
import {
  createOllama,
  defaultOllamaUrl,
  isCloudModel,
  LanguageModelError,
} from '../language-model/ollama-client.ts';
import { createMarketSource } from '../market/market.ts';
import { promotedPolicy } from '../market/promoted-policy.ts';
import { createRequirementReader } from '../qualification/requirements.ts';
import { loadTaxonomy } from '../qualification/taxonomy/taxonomy.ts';
import type { Store } from '../storage/store.ts';
import {
  deleteModel,
  listModels,
  type ModelStore,
  modelFolder,
  modelKind,
  putInForce,
  rollBackModel,
} from '../training-jobs/deployed-models.ts';
import { createListGain, type ListGain } from '../training-jobs/list-gain.ts';
import { openFileEngine, openOllamaEngine } from '../training-jobs/model-engine.ts';
import { ModelTrainingError } from '../training-jobs/model-training-error.ts';
import { untilOffBattery } from '../training-jobs/power-source.ts';
import { readTrainingPostings } from '../training-jobs/read-training-postings.ts';
import { takeModel } from '../training-jobs/take-model.ts';
import { trainModel } from '../training-jobs/train-model.ts';
import { integerBetween, readOptions } from './common-options.ts';
import { type CommandContext, CommandError, exitCodes } from './context.ts';
import { describeModels, describeModelTraining, describeRound } from './describe-model-training.ts';
import { lowerPriority } from './lower-priority.ts';
import { type OpenData, withData } from './open-services.ts';

/** Names that people know, by what the trainer calls them. */
const refinementOf = { grpo: 'group', rloo: 'leave-one-out', dpo: 'ranked-pairs' } as const;
const refinements = ['grpo', 'rloo', 'dpo'] as const;

const ownOptions = {
  base: z.string().optional(),
  baseFile: z.string().optional(),
  take: z.string().optional(),
  postings: z.string().optional(),
  ollama: z.string(),
  rounds: z.number(),
  alignRounds: z.number(),
  tasks: z.number(),
  answers: z.number(),
  selectTasks: z.number(),
  reportTasks: z.number(),
  threads: z.number(),
  refinement: z.enum(refinements),
  onBattery: z.boolean().default(false),
  resume: z.boolean().default(false),
  list: z.boolean().default(false),
  remove: z.string().optional(),
  rollBack: z.boolean().default(false),
};

const count = integerBetween(1, 10_000);

/** `autorefine train model`: fine-tune an installed language model on the company's own flagged sentences. */
export function registerTrainModel(train: Command, context: CommandContext): void {
  train
    .command('model')
    .description('fine-tune a local language model of Ollama; used only if it is better than its base')
    .option('--base <name>', 'installed model to start from, such as llama3.2:1b')
    .option(
      '--base-file <file>',
      'a .gguf file in place of --base, trained without Ollama; slower, and not put in force',
    )
    .option(
      '--take <path>',
      'judge and deploy what another trainer made of --base: a PEFT folder or a .gguf file',
    )
    .option('--postings <file>', 'postings of a .csv or .jsonl file in place of the past postings')
    .option('--ollama <url>', 'where Ollama answers', parseUrl, defaultOllamaUrl)
    .option('--rounds <number>', 'most rounds', count, 20)
    .option(
      '--align-rounds <number>',
      'first rounds, which imitate the best answers',
      integerBetween(0, 10_000),
      8,
    )
    .option('--tasks <number>', 'sentences a round', count, 16)
    .option('--answers <number>', 'answers to each sentence', count, 4)
    .option('--select-tasks <number>', 'most sentences to stop early by', count, 24)
    .option('--report-tasks <number>', 'most sentences to report on', count, 80)
    .option('--threads <number>', 'processor threads; 1 repeats bit by bit', count, defaultThreads())
    .addOption(
      new Option('--refinement <name>', 'how answers become a step after the first rounds')
        .choices([...refinements])
        .default('grpo'),
    )
    .option('--on-battery', 'go on while the machine runs on its battery')
    .option('--resume', 'go on with a run that was stopped')
    .option('--list', 'show the trained models and what they take')
    .option('--remove <name>', 'delete a trained model')
    .option('--roll-back', 'withdraw the model in force, so that the one before it is in force again')
    .action((_options: unknown, command: Command) => runTrainModel(command, context));
}

async function runTrainModel(command: Command, context: CommandContext): Promise<void> {
  const options = readOptions(command, ownOptions);
  const { stdout, stderr, signal } = context;
  await withData(options.data, async (data) => {
    // The client refuses any other machine.
    createOllama({ baseUrl: options.ollama });
    const { store } = data;
    const models: ModelStore = {
      store,
      ollamaUrl: options.ollama,
      directory: join(store.directory, 'models'),
    };
    if (options.list) return void stdout.write(describeModels(models, options.json));
    if (options.remove !== undefined) {
      await deleteModel(models, trainedName(models, options.remove));
      return void stdout.write(`${options.remove} is deleted; its record is kept.\n`);
    }
    if (options.rollBack) {
      const now = await rollBackModel(models);
      return void stdout.write(
        now === undefined ? 'No trained model is in force.\n' : `${now} is in force again.\n`,
      );
    }
    const postings = options.postings
      ? (await readTrainingPostings(options.postings, signal)).postings
      : store.postings.all().map(({ externalId, text }) => ({ id: externalId, text }));
    if (postings.length === 0)
      throw new CommandError('There are no past postings; name a file with --postings.');
    const detector = createDetector();
    const policyEdits = await readPolicyEdits(store, postings, detector);
    const listGain = await openListGain(data, options.seed, signal);
    lowerPriority();
    const started = performance.now();
    const note = (text: string) => {
      if (!options.quiet) stderr.write(`${text}\n`);
    };
    if (listGain === undefined)
      note(
        'What edits do to the match list is not part of the reward: there is nothing to measure it with, or it is switched off.',
      );
    const name = options.baseFile === undefined ? baseName(options.base) : basename(options.baseFile);
    const shared = {
      directory: models.directory,
      base: name,
      postings,
      check: (text: string) => detector.check(text),
      policyEdits,
      ...(listGain ? { listGain } : {}),
      pass: { tokens: 512, predictions: 128 },
      selectTasks: options.selectTasks,
      reportTasks: options.reportTasks,
      seed: options.seed,
      today: new Date().toISOString().slice(0, 10),
      signal,
    };
    const result =
      options.take !== undefined
        ? await takeModel({
            ...shared,
            source: options.take,
            engine: await openOllamaEngine(options.ollama, name, signal),
          })
        : await trainModel({
            ...shared,
            engine:
              options.baseFile === undefined
                ? await openOllamaEngine(options.ollama, name, signal)
                : openFileEngine(options.baseFile, (made) => fileOf(models, made)),
            rounds: options.rounds,
            alignRounds: options.alignRounds,
            tasksPerRound: options.tasks,
            answersPerTask: options.answers,
            threads: options.threads,
            refinement: refinementOf[options.refinement],
            beforeRound: async (stop) => {
              if (!options.onBattery)
                await untilOffBattery(stop, () =>
                  note('On battery: waiting for mains power; --on-battery goes on.'),
                );
            },
            learningRate: 5e-4,
            resume: options.resume,
            onNote: note,
            onRound: (point) => {
              const minutes = (performance.now() - started) / 60_000;
              if (options.json) stdout.write(`${JSON.stringify({ type: 'progress', ...point, minutes })}\n`);
              else note(describeRound(point, options.rounds, minutes));
            },
          });
    if (result.card) {
      store.policies.save(result.card.name, modelKind, result.card);
      if (result.promoted && options.baseFile === undefined) await putInForce(models, result.card);
    }
    const file = options.baseFile && result.card && fileOf(models, result.card.name);
    stdout.write(options.json ? `${JSON.stringify(result)}\n` : describeModelTraining(result, file));
  }).catch((error: unknown) => {
    throw asCommandError(error, options.ollama, signal);
  });
}

/** Where a model that was trained without Ollama is written. */
const fileOf = ({ directory }: ModelStore, name: string) => join(modelFolder(directory, name), 'model.gguf');

function parseUrl(value: string): string {
  if (/^https?:\/\//.test(value) && URL.canParse(value)) return value.replace(/\/$/, '');
  throw new InvalidArgumentError(`It must be an address such as ${defaultOllamaUrl}.`);
}

function baseName(base: string | undefined): string {
  if (base === undefined)
    throw new CommandError('Name the model to start from with --base; "ollama list" shows those installed.');
  if (!isCloudModel(base)) return base;
  throw new CommandError(`"${base}" is a cloud model and cannot be trained here; choose a local one.`);
}

function trainedName(models: ModelStore, name: string): string {
  const names = listModels(models).map(({ card }) => card.name);
  if (names.includes(name)) return name;
  throw new CommandError(`"${name}" is not a trained model; these are: ${names.join(', ') || 'none'}.`);
}

/** What the policy engine makes of every posting: the promoted policy, else the curated suggestions. */
async function readPolicyEdits(
  store: Store,
  postings: readonly { readonly text: string }[],
  detector: Pick<Detector, 'check'>,
): Promise<Map<string, Edit[]>> {
  const rewriter = createPolicyRewriter({
    readRequirements: createRequirementReader(loadTaxonomy()),
    findings: (text) => detector.check(text).findings,
    statements: [],
    policy: promotedPolicy(store),
  });
  const edits = new Map<string, Edit[]>();
  for (const { text } of postings) edits.set(text, (await rewriter.rewrite(text)).edits);
  return edits;
}

/** What an edit does to the list, where the company measures and optimises and has people to measure with. */
async function openListGain(
  data: OpenData,
  seed: number,
  signal: AbortSignal,
): Promise<ListGain | undefined> {
  const { measuring, optimising } = data.store.settings.read();
  if (!measuring || !optimising) return undefined;
  const market = await createMarketSource({ ...data, seed, signal }).current();
  if (market === undefined || market.attributes.length === 0) return undefined;
  return createListGain(market, createRandom(seed).fork('list gain'));
}

/** Half of the processors: people work on this machine, and hyper-threads add little. */
function defaultThreads(): number {
  return Math.max(1, Math.ceil(availableParallelism() / 2));
}

function asCommandError(error: unknown, url: string, signal: AbortSignal): unknown {
  if (signal.aborted)
    return new CommandError(
      'Stopped. The last round and the best adapters so far are kept; --resume goes on.',
    );
  if (error instanceof ModelTrainingError || error instanceof GgufError || error instanceof AdapterError)
    return new CommandError(error.message, exitCodes.usage, { cause: error });
  if (error instanceof DeployError || error instanceof LanguageModelError)
    return new CommandError(error.message, exitCodes.missingService, { cause: error });
  if (error instanceof TypeError && error.message === 'fetch failed')
    return new CommandError(
      `Ollama does not answer at ${url}. Start it (https://ollama.com) and try again.`,
      exitCodes.missingService,
      { cause: error },
    );
  return error;
}
