import { describe, expect, it } from 'vitest';
import { layoutLength, layoutOf } from './layout.ts';

const [lines, wordsALine, bullets, sentences, digits, capitals, addresses, foreign, exclamations] =
  Array.from({ length: layoutLength }, (_, index) => index) as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
const of = (text: string, index: number) => layoutOf(text)[index] ?? Number.NaN;

describe('layoutOf', () => {
  const text = 'Our mill\n\n- Bake 12 loaves.\n- Caf\u00e9 at mill@example.org!\n';

  it('counts what stands on the page', () => {
    expect(layoutOf(text)).toHaveLength(layoutLength);
    expect(of(text, lines)).toBeCloseTo(Math.log1p(3));
    expect(of(text, wordsALine)).toBeCloseTo(Math.log1p(10 / 3));
    expect(of(text, bullets)).toBeCloseTo(2 / 3);
    expect(of(text, sentences)).toBeCloseTo(2 / 3);
    expect(of(text, digits)).toBeCloseTo(Math.log1p(2));
    expect(of(text, capitals)).toBeCloseTo(3 / text.length);
    expect(of(text, addresses)).toBeCloseTo(Math.log1p(1));
    expect(of(text, foreign)).toBeCloseTo(Math.log1p(1));
    expect(of(text, exclamations)).toBeCloseTo(Math.log1p(1));
  });

  it('sees the same lines and words whatever ends a line or parts two words', () => {
    const windows = text.replaceAll('\n', '\r\n').replaceAll(' ', '\u00a0');
    for (const index of [lines, wordsALine, bullets, sentences, foreign]) {
      expect(of(windows, index)).toBe(of(text, index));
    }
    expect(of(text.normalize('NFD'), foreign)).toBe(0);
  });

  it('is finite for a text without anything in it', () => {
    expect(layoutOf('')).toEqual(Array.from({ length: layoutLength }, () => 0));
    expect(layoutOf(' \n ').every(Number.isFinite)).toBe(true);
  });
});
