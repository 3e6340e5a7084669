import { sources } from '../lexicon/sources.ts';
import type { Finding } from '../protocol/finding.ts';
import type { ScannedDocument } from './document.ts';

/** More must-haves than this and few people meet all of them. */
export const manyRequirements = 10;

const mustHave =
  /\b(?:must|required|requires|require|essential|mandatory|minimum|at least|proven|demonstrated|proficien(?:t|cy)|ability to|experience (?:in|with|of)|knowledge of|years)\b/i;
const optional = /\b(?:preferred|a plus|nice to have|desirable|bonus|advantage|ideally|optional)\b/i;

/** How many sentences or bullets state something that an applicant must bring. */
export function countMustHaves({ sentences, scans }: ScannedDocument): number {
  return sentences.filter(
    ({ text }, index) =>
      mustHave.test(text) && !optional.test(text) && !scans[index]?.signals.includes('equal-opportunity'),
  ).length;
}

/** One finding on the whole posting when it lists more than ten must-haves; a question, for only people know which matter. */
export function requirementLoad(document: ScannedDocument): Finding[] {
  const count = countMustHaves(document);
  if (count <= manyRequirements) return [];
  return [
    {
      start: 0,
      end: 0,
      text: '',
      ruleId: 'requirements/load',
      category: 'requirements',
      polarity: 'excludes',
      severity: 'style',
      evidence: sources.requirementLoad,
      message: `About ${count} lines ask for something. Which of them does the work need from the first day? The rest may be listed as welcome.`,
      suggestions: [],
      requirementQuestion: true,
    },
  ];
}
