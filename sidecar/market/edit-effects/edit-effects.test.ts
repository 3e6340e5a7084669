import { describe, expect, it } from 'vitest';
import { describeEffect, type EditEffect, wordOf } from './edit-effects.ts';

const effects: EditEffect[] = [
  { kind: 'masculine', postings: 12, verdict: 'closer', missing: 0 },
  { kind: 'age', postings: 8, verdict: 'no-measurable-change', missing: 0 },
  { kind: 'general', postings: 6, verdict: 'further', missing: 0 },
  { kind: 'disability', postings: 0, verdict: 'not-enough-data', missing: 20 },
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

describe('the words beside an edit', () => {
  it('say in how many postings the kind did what, or how many are missing', () => {
    expect(effects.map(describeEffect)).toEqual([
      'In 12 postings this kind of change brought the list closer.',
      'In 8 postings this kind of change made no measurable difference.',
      'In 6 postings this kind of change moved the list further away.',
      'Not enough data on this kind of change (20 more postings needed).',
    ]);
    expect(word('disability').explanation).toContain('About 20 more are needed.');
  });

  it('claim nothing of a kind that nothing was ever said of', () => {
    const nothing = 'No measurable effect known; suggested for clarity.';
    expect(describeEffect(undefined)).toBe(nothing);
    expect(describeEffect({ kind: 'age', postings: 3, verdict: 'not-enough-data', missing: 0 })).toBe(
      nothing,
    );
  });
});
