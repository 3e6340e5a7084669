import { basename, join } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { z } from 'zod';
import { createOllama, defaultOllamaUrl, isCloudModel } from '../language-model/ollama-client.ts';
import { defaultThreads } from '../training-jobs/default-threads.ts';
import {
  deleteModel,
  listModels,
  type ModelStore,
  modelFolder,
  rollBackModel,
} from '../training-jobs/deployed-models.ts';
import { openFileEngine, openOllamaEngine } from '../training-jobs/model-engine.ts';
import { modelFault } from '../training-jobs/model-fault.ts';
import { readModelMaterial } from '../training-jobs/model-material.ts';
import { untilOffBattery } from '../training-jobs/power-source.ts';
import { readTrainingPostings } from '../training-jobs/read-training-postings.ts';
import { takeModel } from '../training-jobs/take-model.ts';
import { modelTrainingDefaults as defaults, trainModel } from '../training-jobs/train-model.ts';
import { keepResult, modelsFolder } from '../training-jobs/train-model-run.ts';
import { integerBetween, readOptions } from './common-options.ts';
import { type CommandContext, CommandError, exitCodes } from './context.ts';
import { describeModels, describeModelTraining, describeRound } from './describe-model-training.ts';
import { lowerPriority } from './lower-priority.ts';
import { withData } from './open-services.ts';

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
      defaults.alignRounds,
    )
    .option('--tasks <number>', 'sentences a round', count, defaults.tasksPerRound)
    .option('--answers <number>', 'answers to each sentence', count, defaults.answersPerTask)
    .option('--select-tasks <number>', 'most sentences to stop early by', count, defaults.selectTasks)
    .option('--report-tasks <number>', 'most sentences to report on', count, defaults.reportTasks)
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
      directory: join(store.directory, modelsFolder),
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
    const name = options.baseFile === undefined ? baseName(options.base) : basename(options.baseFile);
    const material = await readModelMaterial({
      ...data,
      postings: options.postings
        ? (await readTrainingPostings(options.postings, signal)).postings
        : undefined,
      seed: options.seed,
      signal,
    });
    lowerPriority();
    const started = performance.now();
    const note = (text: string) => {
      if (!options.quiet) stderr.write(`${text}\n`);
    };
    if (material.listGain === undefined)
      note(
        'What edits do to the match list is not part of the reward: there is nothing to measure it with, or it is switched off.',
      );
    const shared = {
      ...material,
      directory: models.directory,
      base: name,
      pass: defaults.pass,
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
            learningRate: defaults.learningRate,
            resume: options.resume ? 'required' : 'never',
            onNote: note,
            onRound: (point) => {
              const minutes = (performance.now() - started) / 60_000;
              if (options.json) stdout.write(`${JSON.stringify({ type: 'progress', ...point, minutes })}\n`);
              else note(describeRound(point, options.rounds, minutes));
            },
          });
    const promoted = result.promoted && options.baseFile === undefined;
    await keepResult({ ...result, promoted }, models, 'command line');
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

function asCommandError(error: unknown, url: string, signal: AbortSignal): unknown {
  if (signal.aborted)
    return new CommandError(
      'Stopped. The last round and the best adapters so far are kept; --resume goes on.',
    );
  const fault = modelFault(error, url);
  if (fault === undefined) return error;
  const exitCode = fault.cause === 'input' ? exitCodes.usage : exitCodes.missingService;
  return new CommandError(fault.message, exitCode, { cause: error });
}
