import { describe, expect, test } from 'vitest';
import { changedContent } from './changed-content.ts';

describe('changedContent', () => {
  test.each([
    ['A rockstar who crushes goals.', 'A skilled colleague who reaches goals.'],
    ['A young, energetic team', 'A motivated team'],
    ['The stewardess greets guests.', 'The flight attendant greets guests.'],
    ['Organise the fair.', 'Organize the fair.'],
    ['You’ll lead them.', 'You will lead them.'],
  ])('style may change: %s', (before, after) => {
    expect(changedContent(before, after)).toBeUndefined();
  });

  test.each([
    ['You lay parquet.', 'You lay tiles.', 'parquet'],
    ['You look after a flock.', 'You look after a flock of geese.', 'geese'],
    ['Plan the flight.', 'Plan the work.', 'flight'],
    ['You bake and serve.', 'You bake or serve.', 'and'],
  ])('a word with content of its own may not: %s', (before, after, word) => {
    expect(changedContent(before, after)?.value).toBe(word);
  });
});
