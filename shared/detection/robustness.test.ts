import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lexicon } from '../lexicon/lexicon.ts';
import { createDetector } from './detector.ts';
import { hostileTexts } from './hostile-texts.fixture.ts';
import { splitSentences } from './sentences.ts';

const detector = createDetector();
const sentence = fc.constantFrom(...lexicon.flatMap(({ flags, passes }) => [...flags, ...passes]));
const joint = fc.constantFrom(' ', '\n', '\r\n', '\n\n', ' • ', '\u00a0', '  ');
const noise = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom('👩🏽‍💻', 'e\u0301', '&nbsp;', '&amp;', '<br>', '\ud800', '\u00ad', '﻿', '“', '—', '(', '/'),
);
const text = fc
  .array(fc.tuple(fc.oneof({ weight: 3, arbitrary: sentence }, noise), joint), { maxLength: 8 })
  .map((parts) => parts.flat().join(''));
const summary = (posting: string) => detector.check(posting).findings.map((one) => [one.ruleId, one.text]);

function expectSound(posting: string): void {
  let at = 0;
  for (const { start, end, text: found } of detector.check(posting).findings) {
    expect(posting.slice(start, end)).toBe(found);
    expect(start).toBeLessThan(end);
    expect(start).toBeGreaterThanOrEqual(at);
    at = start;
  }
}

describe('any text', () => {
  it('gives findings whose offsets slice to their text, sorted, within the text', () => {
    fc.assert(fc.property(text, expectSound));
  });

  it('is split into sentences that cover every visible character, in order', () => {
    fc.assert(
      fc.property(text, (posting) => {
        let at = 0;
        for (const { start, text: piece } of splitSentences(posting)) {
          expect(posting.slice(at, start).trim()).toBe('');
          expect(posting.slice(start, start + piece.length)).toBe(piece);
          at = start + piece.length;
        }
        expect(posting.slice(at).trim()).toBe('');
      }),
    );
  });

  it('keeps every other finding and the score when a neutral sentence is appended', () => {
    fc.assert(
      fc.property(text, (posting) => {
        const { findings, score } = detector.check(posting);
        const longer = detector.check(`${posting}\n\nThe office is in Cork.`);
        expect(longer.findings).toEqual(findings);
        expect(longer.score).toEqual(score);
      }),
    );
  });

  it('gives a session the same result as a fresh check, keystroke by keystroke', () => {
    fc.assert(
      fc.property(
        text,
        fc.array(fc.tuple(fc.nat(200), fc.string({ maxLength: 3 })), { maxLength: 5 }),
        (start, keys) => {
          const session = detector.session();
          let posting = start;
          for (const [place, typed] of keys) {
            posting = posting.slice(0, place) + typed + posting.slice(place);
            expect(session.update(posting)).toEqual(detector.check(posting));
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('scores the same in any order of its paragraphs', () => {
    fc.assert(
      fc.property(fc.array(sentence, { maxLength: 8 }), (sentences) => {
        const score = (list: readonly string[]) => detector.check(list.join('\n\n')).score;
        expect(score(sentences.toReversed()).value).toBe(score(sentences).value);
      }),
    );
  });
});

describe('the way a text is encoded', () => {
  const posting =
    'We need a young, dynamic salesman for the café. He is a self-starter.\nMust be physically fit.';
  const found = summary(posting);

  it.each([
    ['decomposed letters', posting.normalize('NFD')],
    ['Windows line ends', posting.replaceAll('\n', '\r\n')],
    ['non-breaking spaces', posting.replaceAll(' ', '\u00a0')],
    ['typographic quotes around it', `“${posting}”`],
    ['emoji between', posting.replace('. ', ' 🚀. ')],
  ])('does not matter: %s', (_, variant) => {
    expect(summary(variant).map(([rule]) => rule)).toEqual(found.map(([rule]) => rule));
  });

  it('sees through soft hyphens and entities', () => {
    expect(summary('You are rock\u00adstars.')).toEqual([['masculine/ninja', 'rock\u00adstars']]);
    expect(summary('A young&nbsp;professional')).toEqual([['age/young-person', 'young']]);
    expect(summary('You are nin&shy;jas.')).toEqual([['masculine/ninja', 'nin&shy;jas']]);
    expect(summary('A yo&#173;ung professional')).toEqual([['age/young-person', 'yo&#173;ung']]);
  });
});

describe('hostile input', () => {
  it.each(Object.entries(hostileTexts))('is harmless: %s', (_, texts) => {
    for (const one of texts) {
      expectSound(one);
      const around = `We seek a rockstar.\n\n${one}\n\nMust be physically fit.`;
      expectSound(around);
      const rules = summary(around).map(([rule]) => rule);
      expect(rules).toContain('masculine/ninja');
      expect(rules).toContain('disability/physically-fit');
      const session = detector.session();
      session.update(around.slice(0, -3));
      expect(session.update(around)).toEqual(detector.check(around));
    }
  });

  /** Matching steps are counted, not timed: a clock says little on a busy machine. */
  it('is read in pieces of bounded length', () => {
    const hostile = [
      'a '.repeat(500_000),
      'young '.repeat(170_000),
      '('.repeat(1_000_000),
      'lift and '.repeat(110_000),
    ];
    for (const one of hostile) {
      const pieces = splitSentences(one);
      expect(Math.max(...pieces.map(({ text: piece }) => piece.length))).toBeLessThanOrEqual(1200);
    }
  });

  it('may hold any number of findings', () => {
    const many = 150_000;
    expect(detector.check('he\n'.repeat(many)).findings).toHaveLength(many);
  });
});
