import { expect, test } from 'vitest';
import { laws } from '../../../shared/lexicon/laws.ts';
import { texts } from '../../texts.ts';
import { placeName } from './place-name.ts';

test('every place that has a law can be chosen by name', () => {
  const withoutName = laws.map((law) => law.jurisdiction).filter((code) => !(code in texts.places));
  expect(withoutName).toEqual([]);
});

test('a code from a rule pack shows as it is', () => {
  expect(placeName('US-ZZ')).toBe('US-ZZ');
});
