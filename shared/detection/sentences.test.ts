import { describe, expect, it } from 'vitest';
import { splitSentences } from './sentences.ts';

const pieces = (text: string) => splitSentences(text).map((sentence) => sentence.text);

describe('splitSentences', () => {
  it.each([
    ['You cook. You serve!', ['You cook.', 'You serve!']],
    ['Tools, e.g. Excel, are used.', ['Tools, e.g. Excel, are used.']],
    ['Ask Dr. Smith about it.', ['Ask Dr. Smith about it.']],
    ['Needed: • care • patience', ['Needed:', '• care', '• patience']],
    ['- Cook\n- Serve', ['- Cook', '- Serve']],
    ['Able to cook\nable to serve', ['Able to cook', 'able to serve']],
    ['Title\r\n\r\nBody text', ['Title', 'Body text']],
    ['', []],
  ])('%j', (text, expected) => {
    expect(pieces(text)).toEqual(expected);
  });

  it('keeps a sentence whole that was wrapped at a fixed width', () => {
    const wrapped = 'We are looking for someone who plans the week of the whole\nkitchen and its guests.';
    expect(pieces(wrapped)).toEqual([wrapped]);
  });
});
