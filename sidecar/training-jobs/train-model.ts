import { rmSync, statSync } from 'node:fs';
import { mkdir, statfs, writeFile } from 'node:fs/promises';
import { freemem } from 'node:os';
import { join } from 'node:path';
import { hashText } from '../../shared/hash.ts';
import type { Check } from '../../shared/protocol/check.ts';
import type { Edit } from '../../shared/protocol/edit.ts';
import { createRandom } from '../../shared/random.ts';
import { openModelFile } from '../../training/language-model/architecture/model-file.ts';
import type { PassSize } from '../../training/language-model/architecture/packed-batch.ts';
import { createChatPrompt } from '../../training/language-model/chat-prompt.ts';
import {
  deployModel,
  findModelFile,
  type InstalledModelFile,
  removeModel,
} from '../../training/language-model/deploy.ts';
import { openLearner } from '../../training/language-model/learner.ts';
import { writeMergedModel } from '../../training/language-model/merge.ts';
import { optimiserSettingsSchema } from '../../training/language-model/optimiser.ts';
import { createOllamaSampler, type RewardedTask } from '../../training/language-model/rollouts.ts';
import { trainRewriter } from '../../training/language-model/train-rewriter.ts';
import type { CurvePoint, ModelTrainingRecord } from '../../training/language-model/training-record.ts';
import { answerFormat } from '../language-model/prompt.ts';
import { rewriteTasks } from '../language-model/rewrite-tasks.ts';
import { trainingMemory } from './model-memory.ts';

export interface ModelTrainingOptions {
  readonly ollamaUrl: string;
  /** Name of an installed model to start from. */
  readonly base: string;
  readonly postings: readonly { readonly id: string; readonly text: string }[];
  readonly check: (text: string) => Check;
  /** What an edit does to the match list; absent when the company does not optimise. */
  readonly listGain?: (text: string, edit: Edit, signal: AbortSignal) => Promise<number>;
  /** Where models and their cards are kept. */
  readonly directory: string;
  readonly rounds: number;
  readonly alignRounds: number;
  readonly tasksPerRound: number;
  readonly answersPerTask: number;
  readonly pass: PassSize;
  readonly threads: number;
  readonly learningRate: number;
  readonly seed: number;
  /** The day the model's name carries, as `2026-01-31`. */
  readonly today: string;
  readonly signal: AbortSignal;
  readonly onRound?: (point: CurvePoint) => void;
  readonly onNote?: (note: string) => void;
}

export interface ModelTrainingResult {
  readonly record: ModelTrainingRecord;
  /** The deployed model; absent when the base is as good and stays in use. */
  readonly name?: string;
}

/** Training cannot begin; the message says what is missing and how much is needed. */
export class ModelTrainingError extends Error {
  override readonly name = 'ModelTrainingError';
}

/** The model that serves answers while training runs; it is removed at the end. */
const workingName = 'autorefine:training';
const leastTasks = 12;

/**
 * Fine-tunes an installed model on the company's own flagged sentences and deploys it through Ollama when it is better
 * on sentences it never saw. Rewards are of answers by the quantised model as Ollama serves it.
 * @throws ModelTrainingError when memory, disk or sentences are too few.
 */
export async function trainModel(options: ModelTrainingOptions): Promise<ModelTrainingResult> {
  const { ollamaUrl, directory, seed, signal, pass } = options;
  const base = await findModelFile(ollamaUrl, options.base, signal);
  const tasks = await prepare(options, base);
  await mkdir(directory, { recursive: true, mode: 0o700 });
  await checkDisk(directory, statSync(base.path).size);

  const path = join(directory, 'training.gguf');
  const rank = 8;
  const learner = await openLearner({
    modelPath: base.path,
    projections: ['attn_q', 'attn_v', 'attn_output', 'ffn_down'],
    rank,
    alpha: 16,
    pass,
    threads: options.threads,
    random: createRandom(seed),
  });
  try {
    const deploy = async (name: string) => {
      const file = openModelFile(base.path);
      try {
        const { adapters, adapterScale } = learner;
        writeMergedModel(file, { adapters, rank, adapterScale, type: 'Q8_0', path, signal });
      } finally {
        file.close();
      }
      const { template, licence } = base;
      return deployModel({
        baseUrl: ollamaUrl,
        name,
        path,
        signal,
        ...(template ? { template } : {}),
        ...(licence ? { licence } : {}),
      });
    };
    const record = await trainRewriter({
      ...options,
      learner,
      tasks,
      serve: async () => {
        await deploy(workingName);
        return createOllamaSampler({
          baseUrl: ollamaUrl,
          model: workingName,
          temperature: 0.8,
          maxTokens: 200,
          format: answerFormat,
          stop: learner.tokenizer.ends.map((end) => learner.tokenizer.decode([end])),
        });
      },
      leastReward: 0.6,
      baseline: 'group',
      klWeight: 0.02,
      patience: 5,
      settings: optimiserSettingsSchema.parse({ learningRate: options.learningRate, steps: options.rounds }),
    });
    if (record.report.interval.lower <= 0) return { record };
    const name = `autorefine:${options.today}-${hashText(JSON.stringify(record)).slice(0, 8)}`;
    const digest = await deploy(name);
    const card = { name, base: options.base, digest, postings: options.postings.length, record };
    await writeFile(join(directory, `${name.replace(':', '-')}.json`), JSON.stringify(card, null, 2), {
      mode: 0o600,
    });
    return { record, name };
  } finally {
    await learner.close();
    rmSync(path, { force: true });
    await removeModel(ollamaUrl, workingName).catch(() => undefined);
  }
}

interface SplitTasks {
  readonly train: RewardedTask[];
  readonly select: RewardedTask[];
  readonly report: RewardedTask[];
}

/** Checks memory, then makes the tasks; whole postings go to one part, by a hash of their text. */
async function prepare(options: ModelTrainingOptions, base: InstalledModelFile): Promise<SplitTasks> {
  const file = openModelFile(base.path);
  try {
    const needed = trainingMemory(file.configuration, options.pass);
    if (needed > freemem())
      throw new ModelTrainingError(
        `Training "${options.base}" takes about ${gigabytes(needed)} of memory; ${gigabytes(freemem())} are free. Close other programs or choose a smaller model.`,
      );
    options.onNote?.(`Training takes about ${gigabytes(needed)} of memory.`);
    const chat = createChatPrompt(file.gguf.metadata);
    const { check, listGain } = options;
    const parts: SplitTasks = { train: [], select: [], report: [] };
    for (const posting of options.postings) {
      const part = partOf(posting.text);
      parts[part].push(...rewriteTasks(posting, { check, chat, ...(listGain ? { listGain } : {}) }));
    }
    const fewest = Math.min(parts.train.length, parts.select.length, parts.report.length);
    if (fewest < leastTasks)
      throw new ModelTrainingError(
        `There are ${parts.train.length} flagged sentences to learn from, ${parts.select.length} to choose by and ${parts.report.length} to report on; each needs at least ${leastTasks}. Import more past postings.`,
      );
    return parts;
  } finally {
    file.close();
  }
}

/** 60 % of the postings to learn from, 15 % to stop early by, 25 % to report on. */
function partOf(text: string): keyof SplitTasks {
  const share = Number.parseInt(hashText(text).slice(0, 8), 16) / 2 ** 32;
  if (share < 0.6) return 'train';
  return share < 0.75 ? 'select' : 'report';
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
