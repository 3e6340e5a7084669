import { expect, test } from 'vitest';
import { placeCard } from './place.ts';

const card = { width: 360, height: 300 };
const viewport = { width: 1000, height: 800 };
const at = (left: number, top: number) => ({ left, top, right: left + 60, bottom: top + 20 });

test('a card goes under its words', () => {
  expect(placeCard(at(100, 100), card, viewport)).toEqual({ left: 100, top: 128 });
});

test('above them near the bottom of the window', () => {
  expect(placeCard(at(100, 700), card, viewport)).toEqual({ left: 100, top: 392 });
});

test('and never outside of the window', () => {
  expect(placeCard(at(950, 100), card, viewport).left).toBe(632);
  expect(placeCard(at(100, 150), card, { width: 300, height: 200 })).toEqual({ left: 8, top: 8 });
});
