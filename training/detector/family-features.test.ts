import { describe, expect, it } from 'vitest';
import { bucketCount } from '../../shared/detection/classifier/features.ts';
import { characterFeatures, wordTriples } from './family-features.ts';

describe.each([
  ['words, pairs and triples', wordTriples],
  ['characters', characterFeatures],
])('%s', (_, features) => {
  it('are distinct buckets that case does not change', () => {
    const found = [...features('Bakers knead dough, bakers knead bread')];
    expect(new Set(found).size).toBe(found.length);
    for (const bucket of found) expect(bucket).toBeLessThan(bucketCount);
    expect(new Set(features('BAKERS KNEAD'))).toEqual(new Set(features('bakers knead')));
  });
});

it('triples tell the order of three words, characters share the stem of two', () => {
  expect(new Set(wordTriples('knead the dough'))).not.toEqual(new Set(wordTriples('dough the knead')));
  const other = new Set(characterFeatures('bakery'));
  const shared = [...characterFeatures('baker')].filter((bucket) => other.has(bucket));
  expect(shared.length).toBeGreaterThan(3);
});
