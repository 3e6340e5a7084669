import { describe, expect, it } from 'vitest';
import { curatedRewrite } from '../edits/curated-rewrite.ts';
import { isMarked } from '../protocol/finding.ts';
import { createDetector } from './detector.ts';
import { harmlessSentences, markedSentences } from './visitor-sentences.fixture.ts';

/** What a visitor would type who does not believe it: blatant and subtle wording of every category, and what merely looks like it. */
const detector = createDetector();
const marksOf = (text: string) => detector.check(text).findings.filter(isMarked);

describe('a sceptical visitor', () => {
  it.each(markedSentences)('sees marks in: %s', (sentence, marks) => {
    expect(marksOf(sentence).map(({ category, text }) => `${category}: ${text}`)).toEqual(marks);
  });

  it.each(harmlessSentences)('sees none in: %s', (sentence) => {
    expect(marksOf(sentence)).toEqual([]);
  });

  it.each([
    [
      'We want a fearless, aggressive young sales guru for our team.',
      'We want a resourceful, persistent sales expert for our team.',
    ],
    [
      'We are looking for a young, energetic salesman.',
      'We are looking for a capable, motivated salesperson.',
    ],
    [
      'An assertive, dominant and competitive leader is wanted.',
      'A confident, leading and focused leader is wanted.',
    ],
    ['A motherly, caring lady for our nursery.', 'A supportive, caring person for our nursery.'],
    ['We want a "rockstar" developer.', 'We want an "expert" developer.'],
  ])('can take every suggestion of: %s', (sentence, rewritten) => {
    expect(curatedRewrite(sentence, detector.check(sentence).findings).text).toBe(rewritten);
  });
});
