import { rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { hashText } from '../../shared/hash.ts';
import { createRandom } from '../../shared/random.ts';
import { openModelFile } from '../../training/language-model/architecture/model-file.ts';
import { adapterPlaces, type Projection } from '../../training/language-model/architecture/projections.ts';
import { fileDigest, type InstalledModelFile } from '../../training/language-model/deploy.ts';
import { exportAdapter } from '../../training/language-model/export-adapter.ts';
import type { WritableType } from '../../training/language-model/gguf/quantise.ts';
import { type Learner, openLearner } from '../../training/language-model/learner.ts';
import { type MergeOptions, writeMergedModel } from '../../training/language-model/merge.ts';
import { optimiserSettingsSchema } from '../../training/language-model/optimiser.ts';
import type { Refinement } from '../../training/language-model/refine.ts';
import { trainRewriter } from '../../training/language-model/train-rewriter.ts';
import type { CurvePoint } from '../../training/language-model/training-record.ts';
import { lockDataFolder } from '../storage/lock.ts';
import { hashPostings, keepModel, type ModelTrainingResult } from './keep-model.ts';
import type { MachineRoom } from './machine-room.ts';
import { createModelCheckpointFile } from './model-checkpoint-file.ts';
import type { ModelEngine } from './model-engine.ts';
import { leastTasks, type ModelTaskOptions, type ModelTasks, splitModelTasks } from './model-tasks.ts';
import { ModelTrainingError } from './model-training-error.ts';
import { requireRoom } from './require-room.ts';

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
  /** How trained matrices are stored in the model that answers; Q8_0 where absent. */
  readonly storedAs?: 'Q8_0' | 'Q4_0';
  /** This machine where absent. */
  readonly machine?: MachineRoom;
  readonly learningRate: number;
  /** Whether to go on from the checkpoint of a run with the same data, seed and options. */
  readonly resume: 'never' | 'if kept' | 'required';
  /** No more rounds: the best of the run that was stopped is judged, and kept if it passes. */
  readonly finish?: boolean;
  /** The day the model's name carries, as `2026-01-31`. */
  readonly today: string;
  readonly signal: AbortSignal;
  /** Awaited before every round, such as for mains power. */
  readonly beforeRound?: (signal: AbortSignal) => Promise<void>;
  readonly onRound?: (point: CurvePoint) => void;
  readonly onNote?: (note: string) => void;
}

/** How a model is trained unless someone asks for something else. */
export const modelTrainingDefaults = {
  alignRounds: 8,
  tasksPerRound: 16,
  answersPerTask: 4,
  selectTasks: 24,
  reportTasks: 80,
  refinement: 'group',
  learningRate: 5e-4,
  pass: { tokens: 512, predictions: 128 },
} as const satisfies Partial<ModelTrainingOptions>;

const schedule = optimiserSettingsSchema.omit({ steps: true });
const [rank, alpha] = [8, 16];
const corrected: readonly Projection[] = ['attn_q', 'attn_v', 'attn_output', 'ffn_down'];

/**
 * Fine-tunes a model on the company's own flagged sentences and keeps it when it is better on sentences it never saw.
 * Rewards are of answers as the engine serves them. After every round the state is kept, so that a run that was stopped
 * or killed can go on.
 * @throws ModelTrainingError when memory, disk or sentences are too few, or when there is nothing to resume; StorageError
 *   while another run is under way
 */
export async function trainModel(options: ModelTrainingOptions): Promise<ModelTrainingResult> {
  await mkdir(options.directory, { recursive: true, mode: 0o700 });
  const lock = lockDataFolder(options.directory, 'train model');
  try {
    return await trainLocked(options);
  } finally {
    lock.release();
  }
}

async function trainLocked(options: ModelTrainingOptions): Promise<ModelTrainingResult> {
  const { engine, directory, seed, signal, pass, storedAs = 'Q8_0' } = options;
  const { base } = engine;
  const tasks = await prepare(options);
  const baseDigest = await fileDigest(base.path);
  const checkpoint = createModelCheckpointFile(
    join(directory, 'training.safetensors'),
    runOf(options, baseDigest, tasks),
  );
  const resumed = options.resume === 'never' ? undefined : checkpoint.read();
  if (options.resume === 'required' && resumed === undefined)
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
  const merge = (type: WritableType) => {
    mergeInto({ path, type, signal }, base, learner);
    return path;
  };
  try {
    const record = await trainRewriter({
      ...options,
      learner,
      tasks,
      serve: () => engine.serve(learner, () => merge(storedAs)),
      ...(engine.quantises ? { serveFloat: () => engine.serve(learner, () => merge('F16')) } : {}),
      leastReward: 0.6,
      klWeight: 0.02,
      patience: 5,
      tasksPerStep: 8,
      settings: schedule.parse({ learningRate: options.learningRate, warmUp: 2 }),
      ...(resumed ? { resumed } : {}),
      onBase: checkpoint.write,
      onRound: (point, state) => {
        checkpoint.write(state);
        options.onRound?.(point);
      },
    });
    const { configuration, adapters } = learner;
    const places = adapterPlaces(configuration, corrected);
    const result = await keepModel(record, {
      engine,
      directory,
      today: options.today,
      base: options.base,
      baseDigest,
      path: () => merge(storedAs),
      data: { postings: options.postings.length, hash: hashPostings(options.postings) },
      listMeasured: options.listGain !== undefined,
      files: exportAdapter({ configuration, places, adapters, rank, alpha, base: options.base }),
    });
    // Last of all: what fails on the way to Ollama is made up for by --resume, not by another training.
    checkpoint.remove();
    return result;
  } finally {
    await learner.close();
    rmSync(path, { force: true });
    await engine.close();
  }
}

/** Everything that may be refused before the model is loaded. */
async function prepare(options: ModelTrainingOptions): Promise<ModelTasks> {
  const { engine, directory, pass, onNote } = options;
  const { path } = engine.base;
  const file = openModelFile(path);
  try {
    const needed = { base: options.base, path, file, pass, projections: corrected, rank, directory };
    onNote?.(await requireRoom({ ...needed, type: engine.quantises ? 'F16' : 'Q8_0' }, options.machine));
    const tasks = splitModelTasks(file, options);
    onNote?.(
      `${tasks.train.length} sentences to learn from, ${tasks.practice} of them practice: examples of the rules, and own sentences with flagged wording put in.`,
    );
    if (tasks.tooLong > 0) onNote?.(`${tasks.tooLong} sentences are left out as too long.`);
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

function mergeInto(
  target: Pick<MergeOptions, 'path' | 'type' | 'signal'>,
  base: InstalledModelFile,
  learner: Learner,
): void {
  const file = openModelFile(base.path);
  try {
    const { adapters, adapterScale } = learner;
    writeMergedModel(file, { ...target, adapters, rank, adapterScale });
  } finally {
    file.close();
  }
}

/** Names everything that shapes a run, so that a checkpoint of another is not gone on with. */
function runOf(options: ModelTrainingOptions, baseDigest: string, tasks: ModelTasks): string {
  const { refinement, seed, pass, rounds, alignRounds, tasksPerRound, answersPerTask } = options;
  const { learningRate, selectTasks, reportTasks, postings, storedAs } = options;
  const settings = { refinement, seed, pass, rounds, alignRounds, tasksPerRound, answersPerTask };
  const learned = hashText(tasks.train.map(({ prompt }) => prompt).join('\f'));
  const data = hashPostings(postings);
  return hashText(
    JSON.stringify({
      ...settings,
      learningRate,
      selectTasks,
      reportTasks,
      baseDigest,
      learned,
      data,
      storedAs,
    }),
  );
}
