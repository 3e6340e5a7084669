import { describe, expect, it } from 'vitest';
import { createRandom } from '../../shared/random.ts';
import { createActionSpace } from '../actions.ts';
import { fitWords, surroundingWords } from './surrounding-words.ts';

describe('surroundingWords', () => {
  it('are the words that no edit can change, each once', () => {
    const text = 'You are bold, and you plan 3 Routes.';
    const start = text.indexOf('bold');
    const place = { start, end: start + 4, ruleId: 'rule/bold' };
    const edit = { ...place, before: 'bold', after: 'open', source: 'curated' as const };
    const insert = { start: text.length, end: text.length, before: '', after: ' Hours are flexible.' };
    const space = createActionSpace(
      text,
      [{ ...place, category: 'masculine', options: [edit] }],
      [{ ...insert, source: 'insert' }],
    );
    expect(surroundingWords(space)).toEqual(['you', 'are', 'and', 'plan', 'routes']);
  });
});

describe('fitWords', () => {
  const vocabulary = Array.from({ length: 40 }, (_, i) => `word${String.fromCharCode(97 + (i % 26))}${i}`);
  const draw = (seed: number, effect: number) => {
    const random = createRandom(seed);
    return Array.from({ length: 200 }, () => {
      const words = vocabulary.filter(() => random.next() < 0.4);
      const value = (words.includes('worda0') ? effect : 0) + 0.04 * random.normal();
      return { words, values: [value, -value] };
    });
  };

  it('finds the word that moves the list, and lets the others be', () => {
    const found = fitWords(draw(1, 0.08));
    const sizes = Object.entries(found).map(([word, [first = 0, second = 0]]) => {
      expect(second).toBeCloseTo(-first, 12);
      return { word, size: Math.abs(first) };
    });
    const [largest, next] = sizes.sort((a, b) => b.size - a.size);
    expect(largest!.word).toBe('worda0');
    expect(largest!.size).toBeGreaterThan(3 * next!.size);
    expect(found.worda0![0]).toBeGreaterThan(0.03);
  });

  it('says next to nothing where words say nothing: new postings are predicted as well as without', () => {
    const errorOf = (seed: number, found: Record<string, number[]>) =>
      draw(100 + seed, 0).reduce((sum, { words, values }) => {
        const predicted = words.reduce((total, word) => total + (found[word]?.[0] ?? 0), 0);
        return sum + (values[0]! - predicted) ** 2;
      }, 0);
    const errors = Array.from({ length: 20 }, (_, seed) => [
      errorOf(seed, fitWords(draw(seed, 0))),
      errorOf(seed, {}),
    ]);
    const [withWords, without] = [0, 1].map((which) => errors.reduce((sum, pair) => sum + pair[which]!, 0));
    expect(withWords! / without!).toBeLessThan(1.05);
    expect(errors.some(([found, nothing]) => found === nothing)).toBe(true);
  });

  it('knows nothing without postings, and keeps no word that is everywhere or nowhere', () => {
    expect(fitWords([])).toEqual({});
    const samples = draw(2, 0.2).map(({ words, values }) => ({ words: ['always', ...words], values }));
    samples[0]!.words.push('once');
    const found = Object.keys(fitWords(samples));
    expect(found).toContain('worda0');
    expect(found).not.toContain('always');
    expect(found).not.toContain('once');
  });
});
