import { expect, test } from 'vitest';
import { sentenceWords } from './sentence-words.ts';

const text = 'We want a rockstar. The rock star of the band plays here. Come along.';
const ofRockStar = sentenceWords(text, text.indexOf('rock star'));

test('only the sentence counts, wherever it stands', () => {
  expect(ofRockStar).toEqual(sentenceWords('The rock star of the band plays here.', 4));
  expect(ofRockStar).not.toEqual(sentenceWords(text, text.indexOf('rockstar')));
});

test('what is kept is numbers in rising order, each once', () => {
  expect(ofRockStar.length).toBeGreaterThan(5);
  expect(ofRockStar).toEqual([...new Set(ofRockStar)].sort((a, b) => a - b));
  expect(ofRockStar.every((bucket) => Number.isInteger(bucket) && bucket < 2 ** 14)).toBe(true);
});

test('a place outside of the text has no words', () => {
  expect(sentenceWords('', 0)).toEqual([]);
});
