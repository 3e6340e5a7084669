import type { Finding } from '../protocol/finding.ts';
import type { Rule } from './rule.ts';
import type { ScanSentence, SentenceScan } from './scan.ts';
import { type Sentence, splitSentences } from './sentences.ts';

/** A rule's match in a text, guarded ones and all polarities included: what labels and the learned layer look at. */
export interface Hit {
  readonly rule: Rule;
  readonly start: number;
  readonly end: number;
  readonly suggestions: readonly string[];
  /** The guard that says the match means something else; absent when the match stands. */
  readonly guardedBy?: string;
  /** Index into `sentences`. */
  readonly sentence: number;
}

export interface ScannedDocument {
  readonly text: string;
  readonly sentences: readonly Sentence[];
  /** Scans of the sentences, aligned with them. */
  readonly scans: readonly SentenceScan[];
  readonly hits: readonly Hit[];
  /** Names of the guards whose pattern stands somewhere in the text. */
  readonly signals: ReadonlySet<string>;
}

/** Scans of sentences by their text. */
export type SentenceCache = Map<string, SentenceScan>;

/**
 * Scans a text sentence by sentence.
 * @param cache scans of the last version; what is used again, and what is new, is put into `kept`.
 */
export function scanDocument(
  text: string,
  scan: ScanSentence,
  cache: SentenceCache = new Map(),
  kept: SentenceCache = cache,
): ScannedDocument {
  const sentences = splitSentences(text);
  const scans = sentences.map((sentence) => {
    const known = kept.get(sentence.text) ?? cache.get(sentence.text) ?? scan(sentence.text);
    kept.set(sentence.text, known);
    return known;
  });
  const signals = new Set(scans.flatMap((one) => one.signals));
  const hits = scans.flatMap((one, index) => {
    const offset = sentences[index]?.start ?? 0;
    return one.hits.map(({ rule, start, end, suggestions, guardedBy, documentGuards }): Hit => {
      const guard = guardedBy ?? documentGuards.find((name) => signals.has(name));
      const place = { start: start + offset, end: end + offset, sentence: index };
      return { rule, suggestions, ...place, ...(guard === undefined ? {} : { guardedBy: guard }) };
    });
  });
  return { text, sentences, scans, hits, signals };
}

/**
 * The finding of a hit, as the border knows it.
 * @param confidence what the learned layer makes of the hit, where it knows the category.
 */
export function findingOf(
  text: string,
  { rule, start, end, suggestions }: Hit,
  confidence?: number,
): Finding {
  return {
    start,
    end,
    text: text.slice(start, end),
    ruleId: rule.id,
    category: rule.category,
    polarity: rule.polarity ?? 'excludes',
    severity: rule.severity,
    evidence: rule.evidence,
    message: rule.message,
    suggestions: [...suggestions],
    ...(confidence === undefined ? {} : { confidence }),
    ...(rule.requirementQuestion ? { requirementQuestion: true } : {}),
    ...(rule.jurisdictions ? { jurisdictions: [...rule.jurisdictions] } : {}),
  };
}
