import { expect, test } from 'vitest';
import { formatIgnoreFile, joinLists, parseIgnoreFile } from './ignore-file.ts';

test('what is exported can be imported', () => {
  const file = { terms: ['ninja', 'rock star'], rules: ['masculine/ninja'] };
  expect(parseIgnoreFile(formatIgnoreFile(file))).toEqual(file);
});

test('words are compared in lower case, so they are kept so', () => {
  expect(parseIgnoreFile('{"terms": ["  Ninja "]}')).toEqual({ terms: ['ninja'], rules: [] });
});

test.each(['', '[]', '{"terms": "ninja"}', '{"terms": [""]}', 'null'])('%j is refused', (json) => {
  expect(() => parseIgnoreFile(json)).toThrow();
});

test('joining keeps each entry once', () => {
  expect(joinLists(['b', 'a'], ['a', 'c'])).toEqual(['a', 'b', 'c']);
});
