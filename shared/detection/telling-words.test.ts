import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lexicon } from '../lexicon/lexicon.ts';
import { wordClasses } from '../lexicon/word-classes.ts';
import { guards } from './guards/guards.ts';
import { compilePattern, type Element, type Variant, type WordClasses } from './pattern.ts';
import { PatternError, parsePattern } from './pattern-syntax.ts';
import { compileScanner } from './scan.ts';
import { type TellingWords, tellingWords } from './telling-words.ts';

const telling = (pattern: string, classes: WordClasses = wordClasses) =>
  tellingWords(parsePattern(pattern), classes);

/** The text must have something that this element takes, and whatever it takes is telling. */
function tells(element: Element, { words, number }: TellingWords): boolean {
  if (!('optional' in element) || element.optional) return false;
  if (element.kind === 'number') return number;
  return element.kind === 'words' && [...element.words.keys()].every((word) => words.has(word));
}

function expectTold(variants: readonly Variant[], words: TellingWords | undefined): void {
  expect(words).toBeDefined();
  if (!words) return;
  for (const { elements } of variants) expect(elements.some((element) => tells(element, words))).toBe(true);
}

describe('telling words', () => {
  it.each([
    ['the ninja', ['ninja']],
    ['be (young|fresh) and new', ['young', 'fresh']],
    ['self-starter', ['starter', 'selfstarter']],
    ['old oak tree?', ['old']],
    ['(small|very young) oak~?', ['small', 'very']],
  ])('of %s', (pattern, words) => {
    expect([...(telling(pattern)?.words ?? [])]).toEqual(words);
  });

  it('are numbers where nothing else is always there', () => {
    expect(telling('{10+} (years|months)?')).toEqual({ words: new Set(), number: true });
  });

  it('are words of every inflection and of every word of a class', () => {
    expect([...(telling('{fruit}', { fruit: ['apple~', 'kiwi'] })?.words ?? [])]).toEqual([
      'apple',
      'apples',
      'appled',
      'appling',
      'kiwi',
    ]);
  });

  it('are needed by every way through every pattern that ships, and each of those compiles', () => {
    for (const pattern of [...guards, ...lexicon].flatMap(({ patterns }) => patterns)) {
      expectTold(compilePattern(pattern, wordClasses), telling(pattern));
    }
  });

  it('are needed by every way through any pattern', () => {
    const classes = { fruit: ['apple~'] };
    const piece = fc.constantFrom('a', 'team', '(', ')', '|', '?', '_2', '_', '{fruit}', '{2+}', '^', 'x-y~');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const pattern = pieces.join(' ');
        try {
          expectTold(compilePattern(pattern, classes), telling(pattern, classes));
        } catch (error) {
          if (!(error instanceof PatternError)) throw error;
        }
      }),
    );
  });

  it('change nothing of what is found: a scanner that has compiled everything finds the same', () => {
    const texts = lexicon.flatMap(({ flags, passes }) => [...flags, ...passes]);
    const seasoned = compileScanner(lexicon, guards, wordClasses);
    for (const text of texts) seasoned(text);
    const sample = fc.array(fc.constantFrom(...texts), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(sample, (sentences) => {
        const fresh = compileScanner(lexicon, guards, wordClasses);
        for (const text of [sentences.join(' '), ...sentences]) expect(fresh(text)).toEqual(seasoned(text));
      }),
      // Each run reads the whole lexicon.
      { numRuns: 25 },
    );
  });
});
