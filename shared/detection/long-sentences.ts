import { sources } from '../lexicon/sources.ts';
import type { Finding } from '../protocol/finding.ts';
import type { ScannedDocument } from './document.ts';

/** Plain-language guides advise 15 to 20 words on average; twice that is hard to follow for anyone. */
export const longestReadableSentence = 40;

/** A finding for each sentence of more than 40 words. Statements of equal opportunity are legal text and are left alone. */
export function longSentences({ text, sentences, scans }: ScannedDocument): Finding[] {
  return sentences.flatMap((sentence, index): Finding[] => {
    const scan = scans[index];
    if (!scan || scan.words <= longestReadableSentence) return [];
    if (scan.signals.includes('equal-opportunity') || scan.signals.includes('accommodation')) return [];
    const end = sentence.start + sentence.text.length;
    return [
      {
        start: sentence.start,
        end,
        text: text.slice(sentence.start, end),
        ruleId: 'readability/long-sentence',
        category: 'readability',
        polarity: 'neutral',
        severity: 'style',
        evidence: sources.plainLanguage,
        message: `This sentence has ${scan.words} words. Two shorter ones may be easier to follow.`,
        suggestions: [],
      },
    ];
  });
}
