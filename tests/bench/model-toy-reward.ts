import { createDetector } from '../../shared/detection/detector.ts';
import { extractFacts } from '../../shared/edits/extract-facts.ts';
import { isMarked } from '../../shared/protocol/finding.ts';
import { type SentenceTask, sentenceTasks } from '../../sidecar/language-model/sentence-task.ts';
import type { ChatPrompt } from '../../training/language-model/chat-prompt.ts';
import type { RewardedTask } from '../../training/language-model/rollouts.ts';

/** Sentences of this many characters: long enough to lose something, short enough to answer in a few dozen tokens. */
const length = { least: 40, most: 130 };
const detector = createDetector();
const marks = (text: string) => detector.check(text).findings.filter(isMarked);

/**
 * A reward that anyone can check, for free answers: the sentence again without its flagged words, nothing else changed.
 * One sentence a posting.
 */
export function toyTasks(postings: readonly string[], chat: ChatPrompt): RewardedTask[] {
  return postings.flatMap((posting, index) => {
    const task = sentenceTasks(posting, marks(posting)).find(
      ({ text }) => text.length >= length.least && text.length <= length.most && !text.includes('\n'),
    );
    if (task === undefined) return [];
    const words = [...new Set(task.findings.map(({ text }) => `"${text}"`))].join(' and ');
    const question = `Write this sentence again without ${words}, and change nothing else: ${task.text}`;
    return [
      {
        id: String(index),
        prompt: chat('You edit job postings. Answer with the sentence only.', question),
        reward: async (answer: string) => toyReward(task, answer),
      },
    ];
  });
}

/**
 * In [0, 1]: the share of flagged words that are gone, times the share of facts that are kept, times the F1 score of the words
 * beside the sentence's own without the flagged ones. Nothing can be gained by saying little or much.
 */
export function toyReward({ text, findings }: SentenceTask, answer: string): number {
  const gone = 1 - Math.min(1, marks(answer).length / findings.length);
  const facts = extractFacts(text).filter(
    (fact) => !findings.some((found) => found.text.includes(fact.text)),
  );
  const kept = facts.filter((fact) => answer.includes(fact.text)).length / facts.length;
  const flagged = findings.reduce((rest, finding) => rest.replace(finding.text, ' '), text);
  return gone * (facts.length === 0 ? 1 : kept) * sharedWords(wordsOf(flagged), wordsOf(answer));
}

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** F1 of two bags of words. */
function sharedWords(wanted: readonly string[], given: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of wanted) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of given) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    left.set(word, count - 1);
    shared += 1;
  }
  return (2 * shared) / Math.max(1, wanted.length + given.length);
}
