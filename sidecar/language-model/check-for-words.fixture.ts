import type { Check } from '../../shared/protocol/check.ts';
import type { Finding } from '../../shared/protocol/finding.ts';

/** A detector for tests: each listed word is a rule of its own. */
export function checkForWords(words: readonly string[]): (text: string) => Check {
  return (text) => ({
    labels: [],
    score: { value: 100, losses: [] },
    findings: words.flatMap((word) =>
      [...text.matchAll(new RegExp(`\\b${word}\\b`, 'g'))].map((match) => find(word, match.index)),
    ),
  });
}

function find(word: string, start: number): Finding {
  return {
    start,
    end: start + word.length,
    text: word,
    ruleId: word,
    category: 'masculine',
    polarity: 'excludes',
    severity: 'coded',
    evidence: { grade: 'lab', source: 'test' },
    message: `"${word}" may put people off.`,
    suggestions: ['skilled'],
  };
}
