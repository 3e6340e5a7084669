import { basename, join } from 'node:path';
import type { Command } from 'commander';
import { createOllama, isCloudModel } from '../language-model/ollama-client.ts';
import { type ModelStore, modelFolder } from '../training-jobs/deployed-models.ts';
import { modelFile } from '../training-jobs/export-model.ts';
import type { ModelTrainingResult } from '../training-jobs/keep-model.ts';
import { openFileEngine, openOllamaEngine } from '../training-jobs/model-engine.ts';
import { modelFault } from '../training-jobs/model-fault.ts';
import { readModelMaterial } from '../training-jobs/model-material.ts';
import { untilOffBattery } from '../training-jobs/power-source.ts';
import { readTrainingPostings } from '../training-jobs/read-training-postings.ts';
import { takeModel } from '../training-jobs/take-model.ts';
import { modelTrainingDefaults as defaults, trainModel } from '../training-jobs/train-model.ts';
import { keepResult, modelsFolder } from '../training-jobs/train-model-run.ts';
import { type CommandContext, CommandError, exitCodes } from './context.ts';
import { describeModelTraining, describeRound } from './describe-model-training.ts';
import { useKeptModels } from './kept-models.ts';
import { lowerPriority } from './lower-priority.ts';
import { addModelOptions, type ModelOptions, readModelOptions, refinementOf } from './model-options.ts';
import { type OpenData, withData } from './open-services.ts';

/** `autorefine train model`: fine-tune an installed language model on the company's own flagged sentences. */
export function registerTrainModel(train: Command, context: CommandContext): void {
  addModelOptions(
    train
      .command('model')
      .description('fine-tune a local language model of Ollama; used only if it is better than its base'),
  ).action((_options: unknown, command: Command) => runTrainModel(readModelOptions(command), context));
}

async function runTrainModel(options: ModelOptions, context: CommandContext): Promise<void> {
  await withData(options.data, async (data) => {
    // The client refuses any other machine.
    createOllama({ baseUrl: options.ollama });
    const { store } = data;
    const directory = join(store.directory, modelsFolder);
    const models: ModelStore = { store, ollamaUrl: options.ollama, directory };
    if (await useKeptModels(models, options, context)) return;
    const trained = await trainOrTake(models, options, data, context).catch((error: unknown) => {
      throw context.signal.aborted ? stopped() : error;
    });
    const result = { ...trained, promoted: trained.promoted && options.baseFile === undefined };
    await keepResult(result, models, 'command line');
    const file = options.baseFile && result.card && fileOf(models, result.card.name);
    context.stdout.write(options.json ? `${JSON.stringify(result)}\n` : describeModelTraining(result, file));
  }).catch((error: unknown) => {
    const fault = modelFault(error, options.ollama);
    if (fault === undefined) throw error;
    const exitCode = fault.cause === 'input' ? exitCodes.usage : exitCodes.missingService;
    throw new CommandError(fault.message, exitCode, { cause: error });
  });
}

async function trainOrTake(
  models: ModelStore,
  options: ModelOptions,
  data: OpenData,
  { stdout, stderr, signal }: CommandContext,
): Promise<ModelTrainingResult> {
  const { baseFile, take, seed } = options;
  const base = baseFile === undefined ? baseName(options.base) : basename(baseFile);
  const file = options.postings;
  const postings = file === undefined ? undefined : (await readTrainingPostings(file, signal)).postings;
  const material = await readModelMaterial({ ...data, postings, seed, signal });
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
    ...{ base, seed, signal },
    directory: models.directory,
    pass: defaults.pass,
    selectTasks: options.selectTasks,
    reportTasks: options.reportTasks,
    today: new Date().toISOString().slice(0, 10),
  };
  const openOllama = () => openOllamaEngine(options.ollama, base, signal);
  if (take !== undefined) return takeModel({ ...shared, source: take, engine: await openOllama() });
  return trainModel({
    ...shared,
    engine:
      baseFile === undefined ? await openOllama() : openFileEngine(baseFile, (made) => fileOf(models, made)),
    rounds: options.rounds,
    alignRounds: options.alignRounds,
    tasksPerRound: options.tasks,
    answersPerTask: options.answers,
    threads: options.threads,
    refinement: refinementOf[options.refinement],
    learningRate: defaults.learningRate,
    ...(options.storedAs === 'Q8_0' ? {} : { storedAs: options.storedAs }),
    resume: options.resume || options.finish ? 'required' : 'never',
    finish: options.finish,
    beforeRound: async (stop) => {
      if (options.onBattery) return;
      await untilOffBattery(stop, () => note('On battery: waiting for mains power; --on-battery goes on.'));
    },
    onNote: note,
    onRound: (point) => {
      const minutes = (performance.now() - started) / 60_000;
      if (options.json) stdout.write(`${JSON.stringify({ type: 'progress', ...point, minutes })}\n`);
      else note(describeRound(point, options.rounds, minutes));
    },
  });
}

const stopped = () =>
  new CommandError(
    'Stopped. The last round and the best adapters so far are kept; --resume goes on, --finish judges what is best by now.',
  );

/** Where a model that was trained without Ollama is written. */
const fileOf = ({ directory }: ModelStore, name: string) => join(modelFolder(directory, name), modelFile);

function baseName(base: string | undefined): string {
  if (base === undefined)
    throw new CommandError('Name the model to start from with --base; "ollama list" shows those installed.');
  if (!isCloudModel(base)) return base;
  throw new CommandError(`"${base}" is a cloud model and cannot be trained here; choose a local one.`);
}
