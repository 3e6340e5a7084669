import { describe, expect, it } from 'vitest';
import { isNamed, isQuoted } from './quotation.ts';

const place = (sentence: string, words: string) => {
  const start = sentence.indexOf(words);
  return [sentence, start, start + words.length] as const;
};

describe('isQuoted', () => {
  it.each([
    'We use "Ninja" here.',
    'We use “Ninja” here.',
    'We use „Ninja“ here.',
    "We use 'Ninja' here.",
    "The baker's 'Ninja' is new.",
    'The "Ninja of the Year" award.',
    '(«Ninja»)',
  ])('finds marks: %s', (sentence) => {
    expect(isQuoted(...place(sentence, 'Ninja'))).toBe(true);
  });

  it.each(['A Ninja.', "A Ninja's ovens' doors.", 'It is 6" long, Ninja 7" long.', '"Bread" Ninja "Cake"'])(
    'finds none: %s',
    (sentence) => {
      expect(isQuoted(...place(sentence, 'Ninja'))).toBe(false);
    },
  );
});

describe('isNamed', () => {
  it.each([
    'You use Wizard, our tool.',
    'At Wizard you bake.',
    'You use "Wizard".',
    'The oven, Wizard, is hot.',
  ])('reads a capital inside a sentence: %s', (sentence) => {
    expect(isNamed(...(place(sentence, 'Wizard').slice(0, 2) as [string, number]))).toBe(true);
  });

  it.each(['Wizard wanted.', 'You are a wizard: Wizard.', 'Senior Bakery Wizard', 'SENIOR WIZARD Wizard'])(
    'reads no name: %s',
    (sentence) => {
      expect(isNamed(sentence, sentence.lastIndexOf('Wizard'))).toBe(false);
    },
  );
});
