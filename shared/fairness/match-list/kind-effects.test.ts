import { describe, expect, it } from 'vitest';
import { createRandom } from '../../random.ts';
import { describeKindEffect, kindEffects } from './kind-effects.ts';

const options = { relevantChange: 0.004 };
const draw = (kind: string, effect: number, postings: number, seed: number) => {
  const random = createRandom(seed);
  return { kind, changes: Array.from({ length: postings }, () => effect + 0.01 * random.normal()) };
};

describe('effects by kind of edit', () => {
  it('are told apart where there are enough postings, and say how many are missing elsewhere', () => {
    const effects = kindEffects(
      [
        draw('coded', -0.008, 120, 1),
        draw('style', 0, 120, 2),
        draw('age', 0.008, 120, 3),
        draw('rare', -0.003, 6, 4),
        { kind: 'never', changes: [] },
      ],
      options,
    );
    expect(effects.map(({ verdict }) => verdict)).toEqual([
      'closer',
      'no-measurable-difference',
      'further',
      'not-enough-data',
      'not-enough-data',
    ]);
    const [, , , rare, never] = effects;
    expect(never!.missing - rare!.missing).toBe(6);
    // (1.96 + .84)^2 (.01 / .004)^2 is 49.
    expect(never!.missing).toBeGreaterThan(40);
    expect(never!.missing).toBeLessThan(60);
  });

  it('lean on the others the more the fewer postings they rest on', () => {
    const [, , few, many] = kindEffects(
      [
        draw('a', 0.01, 200, 1),
        draw('b', -0.01, 200, 2),
        { kind: 'c', changes: [0.05, 0.05] },
        draw('d', 0.05, 200, 3),
      ],
      options,
    );
    expect(0.05 - few!.change).toBeGreaterThan(2 * Math.abs(0.05 - many!.change));
    expect(few!.standardError).toBeGreaterThan(many!.standardError);
  });

  it('calls a kind without effect something else about one time in twenty at most', () => {
    let wrong = 0;
    for (let seed = 1; seed <= 300; seed += 1) {
      const kinds = [1, 2, 3, 4].map((k) => draw(`kind ${k}`, 0, 80, 10 * seed + k));
      wrong += kindEffects(kinds, options).filter(
        ({ verdict }) => verdict !== 'no-measurable-difference',
      ).length;
    }
    expect(wrong / 1200).toBeLessThan(0.07);
  });

  it('are words to a recruiter, with the default where nothing is known', () => {
    const words = (verdict: 'closer' | 'further' | 'no-measurable-difference' | 'not-enough-data') =>
      describeKindEffect({ kind: 'coded', postings: 12, change: 0, standardError: 1, verdict, missing: 8 });
    expect(words('closer')).toBe('In 12 postings this kind of change brought the list closer.');
    expect(words('no-measurable-difference')).toBe(
      'In 12 postings this kind of change made no measurable difference.',
    );
    expect(words('not-enough-data')).toBe('Not enough data on this kind of change (8 more postings needed).');
    expect(words('further')).toContain('further');
    expect(describeKindEffect(undefined)).toBe('No measurable effect known; suggested for clarity.');
  });

  it('names a relevant change that is none', () => {
    expect(() => kindEffects([], { relevantChange: 0 })).toThrow('relevantChange 0');
    expect(kindEffects([], options)).toEqual([]);
  });
});
