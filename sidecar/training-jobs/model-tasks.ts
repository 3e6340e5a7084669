import type { Rule } from '../../shared/detection/rule.ts';
import { hashText } from '../../shared/hash.ts';
import type { Check } from '../../shared/protocol/check.ts';
import type { Edit } from '../../shared/protocol/edit.ts';
import { createRandom } from '../../shared/random.ts';
import type { ModelFile } from '../../training/language-model/architecture/model-file.ts';
import type { PassSize } from '../../training/language-model/architecture/packed-batch.ts';
import { createChatPrompt } from '../../training/language-model/chat-prompt.ts';
import type { RewardedTask } from '../../training/language-model/rollouts.ts';
import { createTokenizer } from '../../training/language-model/tokenizer.ts';
import { rewriteTasks } from '../language-model/rewrite-tasks.ts';
import type { ListGain } from './list-gain.ts';
import { practiceTasks } from './practice-tasks.ts';

export interface ModelTaskOptions {
  readonly postings: readonly { readonly id: string; readonly text: string }[];
  readonly check: (text: string) => Check;
  /** Rules that sentences to practise on are made from; none where there are none. */
  readonly rules?: readonly Rule[];
  readonly listGain?: ListGain;
  /** What the policy engine changes in each posting, by its text: shown to the model, and the bar it must pass. */
  readonly policyEdits?: ReadonlyMap<string, readonly Edit[]>;
  readonly pass: PassSize;
  /** At most this many tasks to choose by and to report on: each costs an answer a round, or two at the end. */
  readonly selectTasks: number;
  readonly reportTasks: number;
  readonly seed: number;
}

export interface ModelTasks {
  readonly train: readonly RewardedTask[];
  readonly select: readonly RewardedTask[];
  readonly report: readonly RewardedTask[];
  /** How many of the train tasks are of sentences that were made to practise on. */
  readonly practice: number;
  /** Sentences left out because question and answer are longer than one pass. */
  readonly tooLong: number;
}

/** Fewer sentences of a part teach and tell nothing. */
export const leastTasks = 12;

/** The flagged sentences of all postings as tasks, whole postings in one part by a hash of their text, and practice to learn from. */
export function splitModelTasks(file: ModelFile, options: ModelTaskOptions): ModelTasks {
  const { check, listGain, policyEdits, pass, seed } = options;
  const chat = createChatPrompt(file.gguf.metadata);
  const tokenizer = createTokenizer(file.gguf.metadata);
  const random = createRandom(seed);
  const parts = { train: [] as RewardedTask[], select: [] as RewardedTask[], report: [] as RewardedTask[] };
  let tooLong = 0;
  const keep = (part: keyof typeof parts, task: RewardedTask) => {
    const fits = tokenizer.encode(task.prompt).length + pass.predictions < pass.tokens;
    if (fits) parts[part].push(task);
    else tooLong += 1;
  };
  for (const posting of options.postings) {
    const edits = policyEdits?.get(posting.text);
    const asked = {
      check,
      chat,
      ...(listGain ? { listGain } : {}),
      ...(edits ? { policyEdits: edits } : {}),
    };
    for (const task of rewriteTasks(posting, asked)) keep(partOf(posting.text), task);
  }
  // A sentence that many postings share may stand in any part; one that a model is judged by is never learned from.
  const judged = new Set([...parts.select, ...parts.report].map(({ prompt }) => prompt));
  const unseen = (task: RewardedTask) => !judged.has(task.prompt);
  const flagged = parts.train.filter(unseen).length;
  const learned = options.postings.map(({ text }) => text).filter((text) => partOf(text) === 'train');
  const practice = { rules: options.rules ?? [], check, chat, random: random.fork('practice') };
  for (const task of practiceTasks(learned, practice)) keep('train', task);
  const train = parts.train.filter(unseen);
  return {
    train,
    select: random.fork('select').shuffle(parts.select).slice(0, options.selectTasks),
    report: random.fork('report').shuffle(parts.report).slice(0, options.reportTasks),
    practice: train.length - flagged,
    tooLong,
  };
}

/** 60 % of the postings to learn from, 15 % to stop early by, 25 % to report on. */
export function partOf(text: string): 'train' | 'select' | 'report' {
  const share = Number.parseInt(hashText(text).slice(0, 8), 16) / 2 ** 32;
  if (share < 0.6) return 'train';
  return share < 0.75 ? 'select' : 'report';
}
