import { z } from 'zod';
import { type Sentence, splitSentences } from '../../shared/detection/sentences.ts';
import { applyEdits } from '../../shared/edits/apply-edits.ts';
import { extractFacts } from '../../shared/edits/extract-facts.ts';
import type { Edit } from '../../shared/protocol/edit.ts';
import { compareSeverity, type Finding, isMendable } from '../../shared/protocol/finding.ts';
import type { Passage } from '../../shared/protocol/rewrite.ts';
import { clausesOf, within } from './clause.ts';
import { sentencePrompt } from './prompt.ts';

/** A sentence of a posting with what is to be mended in it. */
export interface SentenceTask {
  readonly start: number;
  readonly text: string;
  readonly findings: readonly Finding[];
  /** Rule of the gravest finding: the one that must be gone. */
  readonly ruleId: string;
}

/**
 * The sentences (of long ones the part around the finding) or the paragraphs, with marked findings that an edit may mend, in text
 * order.
 */
export function sentenceTasks(
  text: string,
  findings: readonly Finding[],
  passage: Passage | undefined = 'sentence',
): SentenceTask[] {
  const open = findings.filter(isMendable);
  const passages =
    passage === 'paragraph'
      ? paragraphs(text)
      : splitSentences(text).flatMap((sentence) => clausesOf(sentence, within(sentence, open)));
  return passages.flatMap((one) => {
    const inside = within(one, open).sort((a, b) => compareSeverity(b.severity, a.severity));
    const gravest = inside[0];
    return gravest ? [{ ...one, findings: inside, ruleId: gravest.ruleId }] : [];
  });
}

/** A longer one is asked about sentence by sentence: an answer is cut off at some length, and judged as a whole. */
const longestParagraph = 600;

/** Lines with something on them; the line breaks between stay as they are. */
function paragraphs(text: string): Sentence[] {
  return [...text.matchAll(/\S(?:.*\S)?/g)].flatMap(({ 0: line, index: start }) =>
    line.length <= longestParagraph
      ? [{ start, text: line }]
      : splitSentences(line).map((sentence) => ({ ...sentence, start: start + sentence.start })),
  );
}

/** The sentence as edits of its posting leave it; undefined where none of them touches it. */
export function rewrittenSentence(task: SentenceTask, edits: readonly Edit[]): string | undefined {
  const { start, text } = task;
  const inside = within(task, edits);
  if (inside.length === 0) return undefined;
  return applyEdits(
    text,
    inside.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start })),
  );
}

/** What the model is asked about a sentence. */
export function questionOf({ text, findings }: SentenceTask): string {
  return sentencePrompt({ sentence: text, findings, facts: extractFacts(text) });
}

const answerSchema = z.object({ alternatives: z.array(z.string()).max(10) });

/** The alternatives of an answer; undefined when it is not of the form that was asked for. */
export function parseAlternatives(answer: string): string[] | undefined {
  try {
    return answerSchema.parse(JSON.parse(answer)).alternatives;
  } catch {
    return undefined;
  }
}
