import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits } from './apply-edits.ts';
import { wordDiff } from './word-diff.ts';

const pairs = (before: string, after: string) =>
  wordDiff(before, after, 'model').map((e) => [e.before, e.after]);

describe('wordDiff', () => {
  test('whole words change, at their place in the original', () => {
    expect(
      wordDiff('We need a salesman today.', 'We need a salesperson today.', 'model', 'masculine/salesman'),
    ).toEqual([
      {
        start: 10,
        end: 18,
        before: 'salesman',
        after: 'salesperson',
        source: 'model',
        ruleId: 'masculine/salesman',
      },
    ]);
  });

  test('changes with a short word between them read as one', () => {
    expect(pairs('You dominate in meetings.', 'You lead in projects.')).toEqual([
      ['dominate in meetings', 'lead in projects'],
    ]);
  });

  test('changes far apart, or on different lines, stay apart', () => {
    expect(pairs('young people who sell hard', 'kind people who sell well')).toHaveLength(2);
    expect(pairs('one\ntwo', 'uno\ndos')).toHaveLength(2);
  });

  test('equal texts have no edits', () => {
    expect(wordDiff('same', 'same', 'model')).toEqual([]);
  });

  test('turns any text into any other', () => {
    const word = fc.constantFrom(
      'we',
      'young',
      'a',
      '\n',
      '  ',
      ', ',
      '.',
      'é',
      '😀',
      '\u200b',
      'don’t',
      '\t',
    );
    const text = fc.oneof(
      fc.array(word).map((words) => words.join('')),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(applyEdits(before, wordDiff(before, after, 'model'))).toBe(after);
      }),
      { numRuns: 500 },
    );
  });

  test('texts without a word in common become one edit', () => {
    const [before, after] = ['a', 'b'].map((letter) =>
      Array.from({ length: 3000 }, (_, i) => `${letter}${i}`).join(' '),
    ) as [string, string];
    expect(applyEdits(before, wordDiff(before, after, 'model'))).toBe(after);
  });
});
