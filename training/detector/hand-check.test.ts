import { describe, expect, it } from 'vitest';
import { createDetector } from '../../shared/detection/detector.ts';
import { hashText } from '../../shared/hash.ts';
import { agreementOf, shareRight } from './hand-check-agreement.ts';
import { drawMarks, orderOfPass, partOfPosting } from './hand-check-draw.ts';

describe('agreement of two passes', () => {
  it("is Cohen's kappa: 20 yes and 15 no of 50 in common give .4", () => {
    const verdicts = (...runs: [boolean, number][]) => runs.flatMap(([value, n]) => Array(n).fill(value));
    const first = verdicts([true, 25], [false, 25]);
    const second = verdicts([true, 20], [false, 5], [true, 10], [false, 15]);
    expect(shareRight(first)).toBe(0.5);
    expect(agreementOf(first, second)).toEqual({ equal: 0.7, kappa: expect.closeTo(0.4, 12) });
  });
});

describe('drawing', () => {
  const detector = createDetector();
  const postings = Array.from({ length: 40 }, (_, index) => `Site ${index}: we need a young salesman.`);
  const draw = (part: 'mend' | 'check') => drawMarks(detector, postings, { part, count: 20, seed: 3 });

  it('keeps the postings that rules are mended by apart from those that are judged', () => {
    const inPart = (part: 'mend' | 'check') =>
      new Set(postings.filter((text) => partOfPosting(text) === part).map(hashText));
    for (const part of ['mend', 'check'] as const) {
      expect(draw(part)).not.toHaveLength(0);
      for (const { document } of draw(part)) expect(inPart(part).has(document)).toBe(true);
    }
  });

  it('is the same for the same seed, and each pass has an order of its own', () => {
    const marks = draw('check');
    expect(draw('check')).toEqual(marks);
    expect(orderOfPass(marks, 1, 3)).not.toEqual(orderOfPass(marks, 2, 3));
    expect(new Set(orderOfPass(marks, 2, 3))).toEqual(new Set(marks));
  });
});
