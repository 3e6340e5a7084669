import { expect, test } from 'vitest';
import type { Finding } from '../../shared/protocol/finding.ts';
import { createIgnoreList, ignoreScopes } from './ignored.ts';

const text = 'We want a ninja who plans. Later the Ninja leads. A rockstar would also do.';

function finding(words: string, ruleId: string): Finding {
  const start = text.indexOf(words);
  return {
    start,
    end: start + words.length,
    text: words,
    ruleId,
    category: 'masculine',
    polarity: 'excludes',
    severity: 'coded',
    evidence: { grade: 'style', source: 'Made up' },
    message: 'Made up.',
    suggestions: [],
  };
}
const first = finding('ninja', 'hero');
const second = finding('Ninja', 'hero');
const rockstar = finding('rockstar', 'star');

test.each([
  ['once', true, false],
  ['posting', true, true],
  ['term', true, true],
  ['rule', true, true],
] as const)('%s: this place %s, the same words elsewhere %s', (scope, here, elsewhere) => {
  const ignored = createIgnoreList();
  ignored.add(scope, first, text);
  expect([ignored.has(first, text), ignored.has(second, text)]).toEqual([here, elsewhere]);
});

test('every scope is one of these', () => {
  expect(ignoreScopes).toEqual(['once', 'posting', 'term', 'rule']);
});

test('a place stays known when text comes before it', () => {
  const ignored = createIgnoreList();
  ignored.add('once', second, text);
  const added = 'About us. ';
  const moved = { ...second, start: second.start + added.length, end: second.end + added.length };
  expect(ignored.has(moved, added + text)).toBe(true);
});

test('what the settings say replaces what they said before, and what was ignored in the page stays', () => {
  const ignored = createIgnoreList();
  ignored.add('posting', first, text);
  ignored.adopt({ ignoredTerms: ['rockstar'], ignoredRules: [] });
  expect(ignored.has(rockstar, text)).toBe(true);
  ignored.adopt({ ignoredTerms: [], ignoredRules: [] });
  expect(ignored.has(rockstar, text)).toBe(false);
  expect(ignored.has(first, text)).toBe(true);
});
