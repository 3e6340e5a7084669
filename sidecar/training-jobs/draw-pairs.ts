import { hashText } from '../../shared/hash.ts';
import type { Check } from '../../shared/protocol/check.ts';
import type { Edit } from '../../shared/protocol/edit.ts';
import type { Random } from '../../shared/random.ts';
import { rewrittenSentence, type SentenceTask, sentenceTasks } from '../language-model/sentence-task.ts';
import type { DrawnPair } from '../storage/model-comparisons.ts';
import { partOf } from './model-tasks.ts';
import { ModelTrainingError } from './model-training-error.ts';

/** Sentences of a comparison, all of which must be answered. */
export const comparedPairs = 50;

export interface PairDrawing {
  readonly postings: readonly { readonly text: string }[];
  readonly check: (text: string) => Check;
  readonly rewriteByPolicy: (text: string) => Promise<readonly Edit[]>;
  /** What the model changes in one sentence of a posting; undefined where it offers nothing. */
  readonly propose: (text: string, task: SentenceTask) => Promise<Edit | undefined>;
  readonly random: Random;
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Draws flagged sentences that model and policy engine rewrite differently, of the report part first, then of the part that training
 * only stopped by; where one of them offers nothing, the sentence stands as it was. Half of the model's rewrites are on either side.
 * @throws ModelTrainingError when there are fewer than `comparedPairs`
 */
export async function drawPairs(drawing: PairDrawing): Promise<DrawnPair[]> {
  const { postings, check, rewriteByPolicy, propose, random, onProgress } = drawing;
  const flaggedIn = (part: 'report' | 'select') => {
    const flagged = postings
      .filter(({ text }) => partOf(text) === part)
      .flatMap(({ text }) => sentenceTasks(text, check(text).findings).map((task) => ({ text, task })));
    return random.fork(`sentences ${part}`).shuffle(flagged);
  };
  const flagged = [...flaggedIn('report'), ...flaggedIn('select')];
  const sentences = new Map(flagged.map((one) => [one.task.text, one]));
  const sides = random
    .fork('sides')
    .shuffle(Array.from({ length: comparedPairs }, (_, i) => (i % 2 === 0 ? 'a' : 'b')));
  const pairs: DrawnPair[] = [];
  for (const { text, task } of sentences.values()) {
    const modelSide = sides[pairs.length];
    if (modelSide === undefined) break;
    const before = task.text;
    const policy = rewrittenSentence(task, await rewriteByPolicy(text)) ?? before;
    const edit = await propose(text, task);
    const model = edit === undefined ? before : (rewrittenSentence(task, [edit]) ?? before);
    if (model === policy) continue;
    const [a, b] = modelSide === 'a' ? [model, policy] : [policy, model];
    pairs.push({ id: hashText(before), before, a, b, modelSide });
    onProgress?.(pairs.length, comparedPairs);
  }
  if (pairs.length < comparedPairs)
    throw new ModelTrainingError(
      `A blind comparison takes ${comparedPairs} sentences; there are ${pairs.length} that the model and the policy rewrite differently, of ${sentences.size} flagged ones in postings the model did not learn from. Import more past postings, or name a file with --postings.`,
    );
  return pairs;
}
