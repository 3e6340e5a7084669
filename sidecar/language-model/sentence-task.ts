import { z } from 'zod';
import { splitSentences } from '../../shared/detection/sentences.ts';
import { extractFacts } from '../../shared/edits/extract-facts.ts';
import { compareSeverity, type Finding, isMarked } from '../../shared/protocol/finding.ts';
import { sentencePrompt } from './prompt.ts';

/** A sentence of a posting with what is to be mended in it. */
export interface SentenceTask {
  readonly start: number;
  readonly text: string;
  readonly findings: readonly Finding[];
  /** Rule of the gravest finding: the one that must be gone. */
  readonly ruleId: string;
}

/** The sentences with marked findings that an edit may mend, in text order. */
export function sentenceTasks(text: string, findings: readonly Finding[]): SentenceTask[] {
  const open = findings.filter((finding) => isMarked(finding) && finding.requirementQuestion !== true);
  return splitSentences(text).flatMap((sentence) => {
    const end = sentence.start + sentence.text.length;
    const inside = open
      .filter((finding) => finding.start >= sentence.start && finding.end <= end)
      .sort((a, b) => compareSeverity(b.severity, a.severity));
    const gravest = inside[0];
    return gravest ? [{ ...sentence, findings: inside, ruleId: gravest.ruleId }] : [];
  });
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
