import { curatedRewrite } from '../../shared/edits/curated-rewrite.ts';
import { wordDiff } from '../../shared/edits/word-diff.ts';
import type { Check } from '../../shared/protocol/check.ts';
import type { Edit } from '../../shared/protocol/edit.ts';
import type { ChatPrompt } from '../../training/language-model/chat-prompt.ts';
import type { RewardedTask } from '../../training/language-model/rollouts.ts';
import { type Judgement, judgeAlternative, type RefusalReason } from './judge-alternative.ts';
import { systemPrompt } from './prompt.ts';
import {
  parseAlternatives,
  questionOf,
  rewrittenSentence,
  type SentenceTask,
  sentenceTasks,
} from './sentence-task.ts';

export interface RewriteTaskOptions {
  readonly check: (text: string) => Check;
  readonly chat: ChatPrompt;
  /**
   * What an edit does to the match list of this posting, as the change of the design's reward; absent when measuring
   * or optimising is switched off.
   */
  readonly listGain?: (text: string, edit: Edit, signal: AbortSignal) => Promise<number>;
  /** What the policy engine changes in this posting; the curated suggestions where it is not given. */
  readonly policyEdits?: readonly Edit[];
}

/** How far an answer that may not be offered got: more for what is nearer to a good one, so that there is a way to learn. */
const partialRewards: Record<RefusalReason | 'malformed' | 'empty', number> = {
  malformed: 0,
  empty: 0,
  unchanged: 0.05,
  length: 0.05,
  form: 0.1,
  'still-flagged': 0.1,
  'new-finding': 0.15,
  fact: 0.15,
  'beyond-flagged': 0.15,
  'names-a-group': 0.15,
};

/** An offered answer gets at least this; the rest is for few changed words and for what it does to the list. */
const offered = 0.6;

/** Each sentence with a marked finding as a task for training, asked exactly as in use. */
export function rewriteTasks(
  posting: { readonly id: string; readonly text: string },
  options: RewriteTaskOptions,
): RewardedTask[] {
  const { check, chat, listGain, policyEdits } = options;
  return sentenceTasks(posting.text, check(posting.text).findings).map((task) => ({
    id: `${posting.id}:${task.start}`,
    prompt: chat(systemPrompt, questionOf(task)),
    unchanged: answerOf(task.text),
    ...demonstrationOf(task, policyEdits ?? curatedRewrite(posting.text, task.findings).edits),
    reward: async (answer, signal) => {
      const judgement = judgeAnswer(posting.text, task, answer, check);
      if (typeof judgement === 'string') return partialRewards[judgement];
      if (!judgement.ok) return partialRewards[judgement.reason];
      const gain = listGain ? await listGain(posting.text, judgement.edit, signal) : 0;
      return offered + 0.2 * keptShare(task.text, judgement.edit) + 0.2 * squash(gain);
    },
  }));
}

/** The rewrite of the sentence the way the model would answer it; none where there is none. */
function demonstrationOf(task: SentenceTask, rewrite: readonly Edit[]): { demonstration?: string } {
  const rewritten = rewrittenSentence(task, rewrite);
  return rewritten === undefined ? {} : { demonstration: answerOf(rewritten) };
}

/** A sentence the way the model would answer it. */
export const answerOf = (sentence: string) => JSON.stringify({ alternatives: [sentence] });

function judgeAnswer(
  text: string,
  task: SentenceTask,
  answer: string,
  check: (text: string) => Check,
): Judgement | 'malformed' | 'empty' {
  const alternatives = parseAlternatives(answer);
  if (alternatives === undefined) return 'malformed';
  const [first] = alternatives;
  return first === undefined ? 'empty' : judgeAlternative(text, task, first, check);
}

/** Share of the sentence's characters that the edit leaves as they were, in [0, 1]. */
function keptShare(sentence: string, edit: Edit): number {
  const changed = wordDiff(edit.before, edit.after, 'model').reduce(
    (sum, hunk) => sum + hunk.before.length,
    0,
  );
  return Math.max(0, 1 - changed / Math.max(1, sentence.length));
}

/** A list gain of .02, about the noise of one posting, moves the reward noticeably; larger ones saturate. */
function squash(gain: number): number {
  return 1 / (1 + Math.exp(-gain / 0.02));
}
