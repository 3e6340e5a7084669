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

export interface ModelTaskOptions {
  readonly postings: readonly { readonly id: string; readonly text: string }[];
  readonly check: (text: string) => Check;
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
  /** Sentences left out because question and answer are longer than one pass. */
  readonly tooLong: number;
}

/** The flagged sentences of all postings as tasks; whole postings go to one part, by a hash of their text. */
export function splitModelTasks(file: ModelFile, options: ModelTaskOptions): ModelTasks {
  const { check, listGain, policyEdits, pass, seed } = options;
  const chat = createChatPrompt(file.gguf.metadata);
  const tokenizer = createTokenizer(file.gguf.metadata);
  const parts = { train: [] as RewardedTask[], select: [] as RewardedTask[], report: [] as RewardedTask[] };
  let tooLong = 0;
  for (const posting of options.postings) {
    const edits = policyEdits?.get(posting.text);
    const asked = {
      check,
      chat,
      ...(listGain ? { listGain } : {}),
      ...(edits ? { policyEdits: edits } : {}),
    };
    for (const task of rewriteTasks(posting, asked)) {
      const fits = tokenizer.encode(task.prompt).length + pass.predictions < pass.tokens;
      if (fits) parts[partOf(posting.text)].push(task);
      else tooLong += 1;
    }
  }
  const random = createRandom(seed);
  return {
    train: parts.train,
    select: random.fork('select').shuffle(parts.select).slice(0, options.selectTasks),
    report: random.fork('report').shuffle(parts.report).slice(0, options.reportTasks),
    tooLong,
  };
}

/** 60 % of the postings to learn from, 15 % to stop early by, 25 % to report on. */
export function partOf(text: string): 'train' | 'select' | 'report' {
  const share = Number.parseInt(hashText(text).slice(0, 8), 16) / 2 ** 32;
  if (share < 0.6) return 'train';
  return share < 0.75 ? 'select' : 'report';
}
