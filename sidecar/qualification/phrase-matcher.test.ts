import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createPhraseMatcher } from './phrase-matcher.ts';
import { tokenise } from './tokens.ts';

describe('createPhraseMatcher', () => {
  test('takes the longest phrase and does not overlap', () => {
    const matcher = createPhraseMatcher<string>();
    for (const phrase of ['project', 'project management', 'management office']) matcher.add(phrase, phrase);
    const found = matcher.find(tokenise('The Project Management office, then a project.'));
    expect(found.map((match) => match.value)).toEqual(['project management', 'project']);
  });

  test('the first value of a phrase stays, plural and case do not matter', () => {
    const matcher = createPhraseMatcher<number>();
    matcher.add('Pivot Tables', 1);
    matcher.add('pivot table', 2);
    expect(matcher.get('PIVOT TABLE')).toBe(1);
  });

  test('another form of the first word counts only as part of a longer phrase', () => {
    const matcher = createPhraseMatcher<string>((form) => (form === 'managing' ? ['manage'] : []));
    matcher.add('manage', 'alone');
    matcher.add('manage budgets', 'budgets');
    expect(matcher.find(tokenise('managing budgets')).map((m) => m.value)).toEqual(['budgets']);
    expect(matcher.find(tokenise('managing people'))).toEqual([]);
  });

  test('finds any added phrase inside any text, at its own words', () => {
    const words = fc.array(fc.constantFrom('alpha', 'beta', 'gamma', 'delta', 'omega'), {
      minLength: 1,
      maxLength: 4,
    });
    fc.assert(
      fc.property(words, words, words, (before, phrase, after) => {
        const matcher = createPhraseMatcher<string>();
        matcher.add(phrase.join(' '), 'it');
        const tokens = tokenise([...before, ...phrase, ...after].join(' '));
        const found = matcher.find(tokens);
        expect(found.length).toBeGreaterThan(0);
        for (const { first, last } of found) {
          expect(tokens.slice(first, last + 1).map((token) => token.form)).toEqual(phrase);
        }
      }),
    );
  });
});
