import { describe, expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import { personBootstrap, personProfiles } from './person-bootstrap.ts';
import { binomial, multinomial } from './sampling.ts';

describe('sampling', () => {
  test.each([
    [12, 0.3],
    [400, 0.5],
    [5000, 0.02],
    [1_000_000, 0.7],
  ])('binomial(%i, %f) has its mean and variance', (n, p) => {
    const random = createRandom(5);
    const draws = Array.from({ length: 20_000 }, () => binomial(random, n, p));
    const mean = draws.reduce((a, b) => a + b, 0) / draws.length;
    const variance = draws.reduce((sum, x) => sum + (x - mean) ** 2, 0) / draws.length;
    const deviation = Math.sqrt(n * p * (1 - p));
    expect(Math.abs(mean - n * p) / (deviation / Math.sqrt(draws.length))).toBeLessThan(4);
    expect(variance / deviation ** 2).toBeCloseTo(1, 1);
  });

  test('binomial at its edges', () => {
    const random = createRandom(1);
    expect(binomial(random, 0, 0.5)).toBe(0);
    expect(binomial(random, 7, 0)).toBe(0);
    expect(binomial(random, 7, 1)).toBe(7);
  });

  test('a multinomial draw counts everybody once', () => {
    const out = new Float64Array(4);
    multinomial(createRandom(2), 1000, Float64Array.of(1, 0, 3, 6), out);
    expect(out.reduce((a, b) => a + b, 0)).toBe(1000);
    expect(out[1]).toBe(0);
  });
});

/** People who apply once to five times; somebody selected once is likely to be selected again. */
function repeatApplicants(seed: number, people: number, rates: readonly [number, number]) {
  const random = createRandom(seed);
  const persons: number[] = [];
  const groups: number[] = [];
  const selected: number[] = [];
  for (let person = 0; person < people; person += 1) {
    const group = random.integer(2);
    const strong = random.next() < rates[group as 0 | 1];
    for (let i = 1 + random.integer(5); i > 0; i -= 1) {
      persons.push(person);
      groups.push(group);
      selected.push(strong ? 1 : 0);
    }
  }
  return personProfiles(
    Int32Array.from(persons),
    Int32Array.from(groups),
    Uint8Array.from(selected),
    people,
    2,
  );
}

describe('person bootstrap', () => {
  test('covers the true ratio in 93 to 97 % of 1,000 worlds with repeat applicants', () => {
    let covered = 0;
    for (let seed = 0; seed < 1000; seed += 1) {
      const profiles = repeatApplicants(seed, 500, [0.28, 0.4]);
      const result = personBootstrap(profiles, 2, 1, createRandom(seed).fork('bootstrap'), { draws: 400 });
      const { lower, upper } = result[0]!.interval;
      if (lower <= 0.7 && 0.7 <= upper) covered += 1;
    }
    expect(covered / 1000).toBeGreaterThanOrEqual(0.93);
    expect(covered / 1000).toBeLessThanOrEqual(0.97);
  });

  test('the same seed gives the same interval, whatever the order of the rows', () => {
    const run = () =>
      personBootstrap(repeatApplicants(3, 200, [0.3, 0.3]), 2, 1, createRandom(1), { draws: 200 });
    expect(run()).toEqual(run());
  });

  test('the reference and an absent group have no interval', () => {
    const result = personBootstrap(repeatApplicants(3, 200, [0.3, 0.3]), 3, 1, createRandom(1), {
      draws: 50,
    });
    expect(result[1]).toBeNull();
    expect(result[2]).toBeNull();
  });

  test('a person who applies ten times widens the interval that rows alone would give', () => {
    const once = personProfiles(
      Int32Array.from({ length: 400 }, (_, i) => i),
      Int32Array.from({ length: 400 }, (_, i) => i % 2),
      Uint8Array.from({ length: 400 }, (_, i) => (Math.floor(i / 2) % 3 === 0 ? 1 : 0)),
      400,
      2,
    );
    const ten = personProfiles(
      Int32Array.from({ length: 400 }, (_, i) => Math.floor(i / 20) * 2 + (i % 2)),
      Int32Array.from({ length: 400 }, (_, i) => i % 2),
      Uint8Array.from({ length: 400 }, (_, i) => (Math.floor(i / 20) % 3 === 0 ? 1 : 0)),
      400,
      2,
    );
    const width = (profiles: typeof once) => {
      const { lower, upper } = personBootstrap(profiles, 2, 1, createRandom(4), { draws: 500 })[0]!.interval;
      return upper - lower;
    };
    expect(width(ten)).toBeGreaterThan(width(once) * 1.5);
  });
});
