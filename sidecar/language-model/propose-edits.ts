import { hashText } from '../../shared/hash.ts';
import type { Check } from '../../shared/protocol/check.ts';
import type { Edit, RefusedEdit } from '../../shared/protocol/edit.ts';
import type { Passage } from '../../shared/protocol/rewrite.ts';
import { judgeAlternative, type RefusalReason } from './judge-alternative.ts';
import type { LanguageModel } from './ollama-client.ts';
import { answerFormat, systemPrompt } from './prompt.ts';
import { parseAlternatives, questionOf, type SentenceTask, sentenceTasks } from './sentence-task.ts';

export interface ProposeOptions {
  readonly model: LanguageModel;
  readonly modelName: string;
  readonly check: (text: string) => Check;
  /** Answers already sampled, by content; the caller keeps it as long as it likes. */
  readonly cache?: Map<string, string>;
  readonly seed: number;
  /** A sentence at a time where absent. */
  readonly passage?: Passage | undefined;
  readonly signal: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Why an answer came to nothing. */
export type Refusal = RefusalReason | 'malformed';

export interface Proposals {
  /** One edit a sentence at most; they do not overlap. */
  readonly edits: readonly Edit[];
  /** What the fact guard refused. */
  readonly refused: readonly RefusedEdit[];
  /** How many alternatives were not offered, by reason. */
  readonly refusals: Readonly<Partial<Record<Refusal, number>>>;
}

/**
 * Longest answer, in tokens: three alternatives of a sentence, each half as long again, at four characters a token; at most 400. A
 * small model that has lost its way repeats itself to the limit, and somebody waits for it.
 */
const longestAnswer = ({ text }: SentenceTask) => Math.min(400, 64 + Math.ceil((3 * 1.5 * text.length) / 4));

/** A sentence whose answer holds nothing that may be offered is asked about again, so often in all. */
const mostAnswers = 3;

/**
 * Asks the language model for alternatives to each sentence with a marked finding, one request at a time, and keeps the
 * first alternative that passes every check; where none does, another answer is drawn. Small models cannot rewrite a page; they can rewrite a sentence.
 * @throws whatever the model throws (absent, cancelled): the caller falls back to curated suggestions.
 */
export async function proposeEdits(text: string, options: ProposeOptions): Promise<Proposals> {
  const tasks = sentenceTasks(text, options.check(text).findings, options.passage);
  const edits: Edit[] = [];
  const refused: RefusedEdit[] = [];
  const refusals: Partial<Record<Refusal, number>> = {};
  const count = (reason: Refusal) => {
    refusals[reason] = (refusals[reason] ?? 0) + 1;
  };
  const firstOffered = (task: SentenceTask, alternatives: readonly string[]): Edit | undefined => {
    for (const alternative of alternatives) {
      const judgement = judgeAlternative(text, task, alternative, options.check);
      if (judgement.ok) return judgement.edit;
      count(judgement.reason);
      if (judgement.refused) refused.push(judgement.refused);
    }
    return undefined;
  };
  for (const [index, task] of tasks.entries()) {
    for (let drawn = 0; drawn < mostAnswers; drawn += 1) {
      options.signal.throwIfAborted();
      const alternatives = parseAlternatives(await answer(task, options, options.seed + drawn));
      if (alternatives === undefined) count('malformed');
      const edit = firstOffered(task, alternatives ?? []);
      if (edit === undefined) continue;
      edits.push(edit);
      break;
    }
    options.onProgress?.(index + 1, tasks.length);
  }
  return { edits, refused, refusals };
}

async function answer(task: SentenceTask, options: ProposeOptions, seed: number): Promise<string> {
  const prompt = questionOf(task);
  const key = hashText(`${options.modelName}\0${seed}\0${prompt}`);
  const known = options.cache?.get(key);
  if (known !== undefined) return known;
  const fresh = await options.model.complete(
    {
      model: options.modelName,
      system: systemPrompt,
      prompt,
      format: answerFormat,
      temperature: 0.7,
      seed,
      maxTokens: longestAnswer(task),
    },
    options.signal,
  );
  options.cache?.set(key, fresh);
  return fresh;
}
