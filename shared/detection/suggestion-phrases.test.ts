import { describe, expect, it } from 'vitest';
import { suggestionsForPhrase } from './suggestion-phrases.ts';

const suggestions = {
  'take~ charge of': ['take~ responsibility for'],
  '(caring|kind) (baker|person)~': ['attentive $2~'],
  '(the )?(guys and gals)': ['people'],
} as const;

describe('suggestionsForPhrase', () => {
  it.each([
    ['taking charge of', ['take~ responsibility for']],
    ['Kind-Bakers', ['attentive baker~']],
    ['caring people', ['attentive person~']],
    ['guys and gals', ['people']],
    ['the guys and gals', ['people']],
    ['gals', []],
  ])('%s', (phrase, expected) => {
    expect(suggestionsForPhrase(suggestions, phrase)).toEqual(expected);
  });
});
