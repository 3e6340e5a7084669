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

/** What the model makes of one sentence. */
export interface SentenceProposal {
  /** Absent where nothing it answered may be offered. */
  readonly edit?: Edit;
  readonly refused: readonly RefusedEdit[];
  readonly refusals: readonly Refusal[];
}

/**
 * Asks the language model for alternatives to each sentence with a marked finding, one request at a time. Small models cannot
 * rewrite a page; they can rewrite a sentence.
 * @throws whatever the model throws (absent, cancelled): the caller falls back to curated suggestions.
 */
export async function proposeEdits(text: string, options: ProposeOptions): Promise<Proposals> {
  const tasks = sentenceTasks(text, options.check(text).findings, options.passage);
  const edits: Edit[] = [];
  const refused: RefusedEdit[] = [];
  const refusals: Partial<Record<Refusal, number>> = {};
  for (const [index, task] of tasks.entries()) {
    const proposal = await proposeEdit(text, task, options);
    if (proposal.edit) edits.push(proposal.edit);
    refused.push(...proposal.refused);
    for (const reason of proposal.refusals) refusals[reason] = (refusals[reason] ?? 0) + 1;
    options.onProgress?.(index + 1, tasks.length);
  }
  return { edits, refused, refusals };
}

/**
 * Asks for alternatives to one sentence and takes the first that passes every check; where none does, another answer is drawn.
 * @throws whatever the model throws
 */
export async function proposeEdit(
  text: string,
  task: SentenceTask,
  options: Omit<ProposeOptions, 'passage' | 'onProgress'>,
): Promise<SentenceProposal> {
  const refused: RefusedEdit[] = [];
  const refusals: Refusal[] = [];
  for (let drawn = 0; drawn < mostAnswers; drawn += 1) {
    options.signal.throwIfAborted();
    const alternatives = parseAlternatives(await answer(task, options, options.seed + drawn));
    if (alternatives === undefined) refusals.push('malformed');
    for (const alternative of alternatives ?? []) {
      const judgement = judgeAlternative(text, task, alternative, options.check);
      if (judgement.ok) return { edit: judgement.edit, refused, refusals };
      refusals.push(judgement.reason);
      if (judgement.refused) refused.push(judgement.refused);
    }
  }
  return { refused, refusals };
}

async function answer(
  task: SentenceTask,
  options: Pick<ProposeOptions, 'model' | 'modelName' | 'cache' | 'signal'>,
  seed: number,
): Promise<string> {
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
