import { expect, test } from 'vitest';
import { texts } from '../texts.ts';
import { recommenderInWords } from './recommender-words.ts';

const { recommenders } = texts.rewrite;

test.each([
  ['hybrid (lexical (BM25) + dense (latent-semantic 256-d))', recommenders.hybrid],
  ['external (https://recommender.example)', recommenders.external],
  ['postgres (latent-semantic 256-d, exact)', recommenders.postgres],
  ['interactions (lexical (BM25), learned from 4 applications to 2 postings)', recommenders.interactions],
])('%s is said in words', (name, words) => {
  expect(recommenderInWords(name)).toBe(words);
});

test('an unknown recommender keeps its name, and nothing is said where none measured', () => {
  expect(recommenderInWords('toString (x)')).toBe('toString (x)');
  expect(recommenderInWords('none')).toBeUndefined();
});
