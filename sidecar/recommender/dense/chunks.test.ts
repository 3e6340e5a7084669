import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chunksOf } from './chunks.ts';

const sentence = fc.stringMatching(/^[A-Z][a-z]{2,8}( [a-z]{2,8}){2,9}\.$/);

describe('chunksOf', () => {
  test('loses no word of the text', () => {
    fc.assert(
      fc.property(fc.array(sentence, { maxLength: 40 }), (sentences) => {
        const words = (text: string) => text.split(/\s+/).filter((word) => word !== '');
        expect(chunksOf(sentences.join(' ')).flatMap(words)).toEqual(sentences.flatMap(words));
      }),
    );
  });

  test('a changed sentence leaves nearly every chunk as it was', () => {
    fc.assert(
      fc.property(
        fc.array(sentence, { minLength: 1, maxLength: 40 }),
        fc.nat(),
        sentence,
        (sentences, at, other) => {
          const changed = sentences.with(at % sentences.length, other);
          const before = new Set(chunksOf(sentences.join(' ')));
          const added = chunksOf(changed.join(' ')).filter((chunk) => !before.has(chunk));
          expect(added.length).toBeLessThanOrEqual(3);
        },
      ),
    );
  });

  test('an empty text has no chunk', () => {
    expect(chunksOf(' \n ')).toEqual([]);
  });
});
