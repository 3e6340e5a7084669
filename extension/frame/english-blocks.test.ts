import { expect, test } from 'vitest';
import { createEnglishBlocks } from './english-blocks.ts';

const english = 'We look for a person who plans the routes of our vans together with the drivers.';
const german = 'Wir suchen eine Person, die mit den Fahrern die Touren plant und unsere Kunden betreut.';
const at = (text: string, part: string) => text.indexOf(part);

test('English text is English in every place', () => {
  const blocks = createEnglishBlocks()(`${english}\nBenefits\n${english}`);
  expect(blocks.any).toBe(true);
  expect(blocks.includes(0)).toBe(true);
  expect(blocks.includes(english.length + 3)).toBe(true);
});

test('a block in another language is left out, the others stay', () => {
  const text = `${english}\n${german}\n${english}`;
  const blocks = createEnglishBlocks()(text);
  expect(blocks.any).toBe(true);
  expect(blocks.includes(at(text, 'vans'))).toBe(true);
  expect(blocks.includes(at(text, 'Fahrern'))).toBe(false);
  expect(blocks.includes(text.length - 5)).toBe(true);
});

test('where no block is English nothing is', () => {
  const blocks = createEnglishBlocks()(`${german}\n${german}`);
  expect(blocks.any).toBe(false);
  expect(blocks.includes(3)).toBe(false);
});

test('what is remembered of one text does not leak into the next', () => {
  const tell = createEnglishBlocks();
  for (const [text, any] of [
    [german, false],
    [english, true],
    [german, false],
    ['', true],
  ] as const)
    expect(tell(text).any).toBe(any);
});
