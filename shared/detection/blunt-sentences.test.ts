import { describe, expect, it } from 'vitest';
import { isMarked } from '../protocol/finding.ts';
import { bluntSentences, plainSentences } from './blunt-sentences.fixture.ts';
import { createDetector } from './detector.ts';

const detector = createDetector();
const marked = (text: string) =>
  detector
    .check(text)
    .findings.filter(isMarked)
    .map(({ ruleId, text: words }) => `${ruleId}: ${words}`);

describe('blunt advertisements', () => {
  it.each(bluntSentences)('are marked: %s', (sentence) => expect(marked(sentence)).not.toEqual([]));
  it.each(plainSentences)('plain ones are not: %s', (sentence) => expect(marked(sentence)).toEqual([]));
});
