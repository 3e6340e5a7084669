import type { Rule } from '../../shared/detection/rule.ts';
import type { Check } from '../../shared/protocol/check.ts';
import type { Random } from '../../shared/random.ts';
import { backTranslate } from '../../training/language-model/back-translation.ts';
import type { ChatPrompt } from '../../training/language-model/chat-prompt.ts';
import type { RewardedTask } from '../../training/language-model/rollouts.ts';
import { answerOf, rewriteTasks } from '../language-model/rewrite-tasks.ts';

export interface PracticeOptions {
  readonly rules: readonly Rule[];
  readonly check: (text: string) => Check;
  readonly chat: ChatPrompt;
  readonly random: Random;
}

/** Enough for the rarer wordings to be seen beside `their`, which stands in every other posting. */
const mostOfPair = 12;

/**
 * Sentences to learn from beside the flagged ones of past postings, which are few: what the rules' own examples become, and
 * sentences of the postings themselves with flagged wording put in. Nothing is chosen by them or reported on them.
 */
export function practiceTasks(texts: readonly string[], options: PracticeOptions): RewardedTask[] {
  const { rules } = options;
  const examples = rules.flatMap(({ id, flags }) =>
    flags.flatMap((text, i) => rewriteTasks({ id: `${id}:${i}`, text }, options)),
  );
  const turned = backTranslate({ ...options, texts, mostOfPair }).flatMap(({ flagged, written }, i) =>
    rewriteTasks({ id: `practice:${i}`, text: flagged }, options).map((task) => ({
      ...task,
      demonstration: answerOf(written.trim()),
    })),
  );
  return [...examples.filter(({ demonstration }) => demonstration !== undefined), ...turned];
}
