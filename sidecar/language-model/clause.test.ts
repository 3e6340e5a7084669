import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asPart, type Clause, clausesOf, longestSentence } from './clause.ts';

const parts = (text: string, ...words: string[]) =>
  clausesOf(
    { start: 0, text },
    words.map((word) => ({ start: text.indexOf(word), end: text.indexOf(word) + word.length })),
  ).map((part) => part.text);

const long =
  'You bake bread and rolls every morning, you lead a team of ninja bakers in two shifts, you order flour, butter and salt for the week, and our chairman visits you in the bakery every other Friday afternoon.';

describe('parts of a long sentence', () => {
  it('leaves a short sentence whole', () => {
    expect(parts('You are a ninja, and a baker.', 'ninja')).toEqual(['You are a ninja, and a baker.']);
  });

  it('takes the part around each finding', () => {
    expect(parts(long, 'ninja', 'chairman')).toEqual([
      'you lead a team of ninja bakers in two shifts, you order flour,',
      'and our chairman visits you in the bakery every other Friday afternoon.',
    ]);
  });

  it('ends a part where a line break was lost', () => {
    const glued = `${'You bake and roll and knead and fold the dough in our mill '.repeat(3)}at nightYou are a ninja of the oven who knows what it needs at any hourYou sell bread`;
    expect(parts(glued, 'ninja')).toEqual([
      'You are a ninja of the oven who knows what it needs at any hour',
    ]);
  });

  it('holds every finding once, in parts that are of the text and do not overlap', () => {
    const word = fc.constantFrom('bread', 'and', 'oven,', 'ninja', 'teamYou', '-', 'rolls;', 'x'.repeat(30));
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 80 }),
        fc.array(fc.nat(), { maxLength: 4 }),
        (words, places) => {
          const text = words.join(' ');
          const findings = places.map((place) => {
            const start = [...words.slice(0, place % words.length), ''].join(' ').length;
            return { start, end: start + (words[place % words.length]?.length ?? 0) };
          });
          const found = clausesOf(
            { start: 7, text },
            findings.map(({ start, end }) => ({ start: start + 7, end: end + 7 })),
          );
          expectOf(text, found);
          if (text.length <= longestSentence) return;
          for (const { start, end } of findings)
            expect(
              found.filter((part) => part.start - 7 <= start && end <= part.start - 7 + part.text.length),
            ).toHaveLength(1);
        },
      ),
    );
  });
});

it.each([
  ['you are a ninja baker,', 'You are a skilled baker.', 'you are a skilled baker,'],
  ['Ninja baker', 'Skilled baker.', 'Skilled baker'],
  ['and UK bakers', 'UK bakers', 'UK bakers'],
  ['A ninja bakes.', 'A baker bakes.', 'A baker bakes.'],
  ['You are:', 'You are', 'You are:'],
])('gives a rewrite the ends of its part: %s', (part, rewrite, expected) => {
  expect(asPart(part, rewrite)).toBe(expected);
});

function expectOf(text: string, found: readonly Clause[]) {
  let last = 0;
  for (const { start, text: part } of found) {
    expect(text.slice(start - 7, start - 7 + part.length)).toBe(part);
    expect(start - 7).toBeGreaterThanOrEqual(last);
    last = start - 7 + part.length;
  }
}
