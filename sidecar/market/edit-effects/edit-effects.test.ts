import { describe, expect, it } from 'vitest';
import { type EditEffect, wordOf } from './edit-effects.ts';

const effects: EditEffect[] = [
  { kind: 'masculine', postings: 12, verdict: 'closer' },
  { kind: 'age', postings: 8, verdict: 'no-measurable-change' },
  { kind: 'general', postings: 6, verdict: 'further' },
  { kind: 'disability', postings: 0, verdict: 'not-enough-data' },
];
const word = (...kinds: EditEffect['kind'][]) => wordOf(new Set(kinds), effects);

describe('the word for a rewrite', () => {
  it('rests on what the same kinds of edits did, and says in how many postings', () => {
    expect(word('masculine')).toEqual({
      verdict: 'closer',
      explanation:
        'In 12 past postings, changes of masculine wording brought the list closer to the people who meet the requirements.',
    });
    expect(word('age').verdict).toBe('no-measurable-change');
  });

  it('does not set what moved lists further against what brought them closer', () => {
    expect(word('masculine', 'general').verdict).toBe('further');
  });

  it('says of which changes nothing is known', () => {
    expect(word('masculine', 'disability').explanation).toMatch(
      /Of the other changes too little is known\.$/,
    );
    expect(word('age', 'disability').verdict).toBe('not-enough-data');
    expect(word('racial').verdict).toBe('not-enough-data');
  });

  it('is "no measurable change" where nothing was changed', () => {
    expect(word().verdict).toBe('no-measurable-change');
  });
});
