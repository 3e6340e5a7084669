import { rmSync, statSync } from 'node:fs';
import { mkdir, statfs, writeFile } from 'node:fs/promises';
import { freemem } from 'node:os';
import { join } from 'node:path';
import { hashText } from '../../shared/hash.ts';
import { createRandom } from '../../shared/random.ts';
import { openModelFile } from '../../training/language-model/architecture/model-file.ts';
import { adapterPlaces, type Projection } from '../../training/language-model/architecture/projections.ts';
import { fileDigest, type InstalledModelFile } from '../../training/language-model/deploy.ts';
import { exportAdapter } from '../../training/language-model/export-adapter.ts';
import { type Learner, openLearner } from '../../training/language-model/learner.ts';
import { writeMergedModel } from '../../training/language-model/merge.ts';
import { optimiserSettingsSchema } from '../../training/language-model/optimiser.ts';
import type { Refinement } from '../../training/language-model/refine.ts';
import { trainRewriter } from '../../training/language-model/train-rewriter.ts';
import type { CurvePoint, ModelTrainingRecord } from '../../training/language-model/training-record.ts';
import { ownModels } from '../language-model/choose-model.ts';
import { type ModelCard, modelFolder } from './deployed-models.ts';
import { createModelCheckpointFile } from './model-checkpoint-file.ts';
import type { ModelEngine } from './model-engine.ts';
import { trainingMemory } from './model-memory.ts';
import { type ModelTaskOptions, type ModelTasks, splitModelTasks } from './model-tasks.ts';

export interface ModelTrainingOptions extends ModelTaskOptions {
  readonly engine: ModelEngine;
  /** Name of the model to start from. */
  readonly base: string;
  /** Where models, their cards and the checkpoint are kept. */
  readonly directory: string;
  readonly rounds: number;
  readonly alignRounds: number;
  readonly tasksPerRound: number;
  readonly answersPerTask: number;
  readonly refinement: Refinement;
  readonly threads: number;
  readonly learningRate: number;
  /** Go on from the checkpoint of a run with the same data, seed and options. */
  readonly resume: boolean;
  /** The day the model's name carries, as `2026-01-31`. */
  readonly today: string;
  readonly signal: AbortSignal;
  /** Awaited before every round, such as for mains power. */
  readonly beforeRound?: (signal: AbortSignal) => Promise<void>;
  readonly onRound?: (point: CurvePoint) => void;
  readonly onNote?: (note: string) => void;
}

export interface ModelTrainingResult {
  readonly record: ModelTrainingRecord;
  /** The deployed model; absent when the base is as good and stays in use. */
  readonly card?: ModelCard;
  /** Whether it is also better than the policy engine, and so may rewrite from now on. */
  readonly promoted: boolean;
  readonly verdict: string;
}

/** Training cannot begin; the message says what is missing and how much is needed. */
export class ModelTrainingError extends Error {
  override readonly name = 'ModelTrainingError';
}

const leastTasks = 12;
const [rank, alpha] = [8, 16];
const corrected: readonly Projection[] = ['attn_q', 'attn_v', 'attn_output', 'ffn_down'];

/**
 * Fine-tunes a model on the company's own flagged sentences and keeps it when it is better on sentences it never saw.
 * Rewards are of answers as the engine serves them. After every round the state is kept, so that a run that was stopped
 * or killed can go on.
 * @throws ModelTrainingError when memory, disk or sentences are too few, or when there is nothing to resume.
 */
export async function trainModel(options: ModelTrainingOptions): Promise<ModelTrainingResult> {
  const { engine, directory, seed, signal, pass } = options;
  const { base } = engine;
  await mkdir(directory, { recursive: true, mode: 0o700 });
  await checkDisk(directory, statSync(base.path).size);
  const tasks = prepare(options, base);
  const baseDigest = await fileDigest(base.path);
  const checkpoint = createModelCheckpointFile(
    join(directory, 'training.safetensors'),
    runOf(options, baseDigest),
  );
  const resumed = options.resume ? checkpoint.read() : undefined;
  if (options.resume && resumed === undefined)
    throw new ModelTrainingError(
      'There is no stopped run with this base, data, seed and options to go on with; leave --resume out to begin.',
    );

  const learner = await openLearner({
    modelPath: base.path,
    projections: corrected,
    rank,
    alpha,
    pass,
    threads: options.threads,
    random: createRandom(seed),
  });
  const path = join(directory, 'training.gguf');
  const merge = () => {
    mergeInto(path, base, learner, signal);
    return path;
  };
  try {
    const record = await trainRewriter({
      ...options,
      learner,
      tasks,
      serve: () => engine.serve(learner, merge),
      leastReward: 0.6,
      klWeight: 0.02,
      patience: 5,
      settings: optimiserSettingsSchema.parse({
        learningRate: options.learningRate,
        warmUp: 2,
        steps: options.rounds,
      }),
      ...(resumed ? { resumed } : {}),
      onRound: (point, state) => {
        checkpoint.write(state);
        options.onRound?.(point);
      },
    });
    const { promoted, verdict } = verdictOn(record);
    checkpoint.remove();
    if (record.report.interval.lower <= 0) return { record, promoted, verdict };
    const name = `${ownModels.family}${options.today}-${hashText(JSON.stringify(record)).slice(0, 8)}`;
    await mkdir(modelFolder(directory, name), { recursive: true, mode: 0o700 });
    const card: ModelCard = {
      name,
      base: options.base,
      baseDigest,
      digest: await engine.keep(name, merge()),
      bytes: statSync(path).size,
      ...(base.licence ? { licence: base.licence } : {}),
      data: { postings: options.postings.length, hash: dataHash(options) },
      listMeasured: options.listGain !== undefined,
      record,
      verdict,
    };
    await keep(directory, card, learner);
    return { record, card, promoted, verdict };
  } finally {
    await learner.close();
    rmSync(path, { force: true });
    await engine.close();
  }
}

/** The policy engine needs no language model, so it is the bar for using one at all. */
function verdictOn({ report, policy }: ModelTrainingRecord): { promoted: boolean; verdict: string } {
  if (report.interval.lower <= 0)
    return {
      promoted: false,
      verdict: 'The trained model is no better than its base; the base stays in use.',
    };
  if (policy.interval.lower <= 0)
    return {
      promoted: false,
      verdict:
        'The trained model is better than its base, but the policy is better or as good: the policy is better, keep it.',
    };
  return { promoted: true, verdict: 'The trained model is better than its base and than the policy.' };
}

function prepare(options: ModelTrainingOptions, base: InstalledModelFile): ModelTasks {
  const file = openModelFile(base.path);
  try {
    const needed = trainingMemory(file.configuration, options.pass);
    if (needed > freemem())
      throw new ModelTrainingError(
        `Training "${options.base}" takes about ${gigabytes(needed)} of memory; ${gigabytes(freemem())} are free. Close other programs or choose a smaller model.`,
      );
    options.onNote?.(`Training takes about ${gigabytes(needed)} of memory.`);
    const tasks = splitModelTasks(file, options);
    if (tasks.tooLong > 0) options.onNote?.(`${tasks.tooLong} sentences are left out as too long.`);
    const fewest = Math.min(tasks.train.length, tasks.select.length, tasks.report.length);
    if (fewest < leastTasks)
      throw new ModelTrainingError(
        `There are ${tasks.train.length} flagged sentences to learn from, ${tasks.select.length} to choose by and ${tasks.report.length} to report on; each needs at least ${leastTasks}. Import more past postings.`,
      );
    return tasks;
  } finally {
    file.close();
  }
}

function mergeInto(path: string, base: InstalledModelFile, learner: Learner, signal: AbortSignal): void {
  const file = openModelFile(base.path);
  try {
    const { adapters, adapterScale } = learner;
    writeMergedModel(file, { adapters, rank, adapterScale, type: 'Q8_0', path, signal });
  } finally {
    file.close();
  }
}

/** The card, and the adapter as any other tool loads it. */
async function keep(directory: string, card: ModelCard, learner: Learner): Promise<void> {
  const folder = modelFolder(directory, card.name);
  const { configuration, adapters } = learner;
  const places = adapterPlaces(configuration, corrected);
  const files = {
    ...exportAdapter({ configuration, places, adapters, rank, alpha, base: card.base }),
    'card.json': `${JSON.stringify(card, null, 2)}\n`,
  };
  for (const [name, content] of Object.entries(files))
    await writeFile(join(folder, name), content, { mode: 0o600 });
}

const dataHash = ({ postings }: ModelTrainingOptions) =>
  hashText(postings.map(({ text }) => text).join('\n\f\n'));

/** Names everything that shapes a run, so that a checkpoint of another is not gone on with. */
function runOf(options: ModelTrainingOptions, baseDigest: string): string {
  const { seed, pass, rounds, alignRounds, tasksPerRound, answersPerTask, learningRate } = options;
  const { selectTasks, reportTasks, refinement } = options;
  const settings = {
    refinement,
    seed,
    pass,
    rounds,
    alignRounds,
    tasksPerRound,
    answersPerTask,
    learningRate,
  };
  return hashText(
    JSON.stringify({ ...settings, selectTasks, reportTasks, baseDigest, data: dataHash(options) }),
  );
}

async function checkDisk(directory: string, modelBytes: number): Promise<void> {
  const { bavail, bsize } = await statfs(directory);
  // The merged file, Ollama's working copy and its final one; Q8_0 is at most twice a four-bit base.
  const needed = 6 * modelBytes;
  if (bavail * bsize < needed)
    throw new ModelTrainingError(
      `Training needs ${gigabytes(needed)} of disk in ${directory}; ${gigabytes(bavail * bsize)} are free.`,
    );
}

const gigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(1)} GB`;
