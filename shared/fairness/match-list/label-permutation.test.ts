import { describe, expect, it } from 'vitest';
import { createRandom, type Random } from '../../random.ts';
import { excessGap } from './excess-gap.ts';
import { labelPermutationTest } from './label-permutation.ts';
import { listWeights, rankWeights } from './list-weights.ts';
import { type ListChange, side } from './match-list.ts';

const size = 120;
const members = Array.from({ length: size }, (_, i) => i);
const byRank = rankWeights(size, 20);

/** Postings that share candidates and a common part of the score, so that their lists go together. */
function world(random: Random, postings: number, biasBefore: number, biasAfter: number) {
  const codes = Int16Array.from(members, () => (random.next() < 0.4 ? 1 : 0));
  const common = Float64Array.from(members, () => random.normal());
  const changes = Array.from({ length: postings }, (): ListChange => {
    const own = Float64Array.from(members, (i) => random.normal() + (common[i] as number));
    const scored = (bias: number) =>
      listWeights(
        own.map((score, i) => score + bias * (codes[i] as number) + 0.5 * random.normal()),
        members,
        byRank,
      );
    return { members, before: scored(biasBefore), after: scored(biasAfter) };
  });
  return { changes, labels: { codes, groupCount: 2 } };
}

describe('label permutation test', () => {
  it('rejects at its nominal rate when the labels say nothing, though postings share candidates', () => {
    const worlds = 500;
    const rejected = { fall: 0, squared: 0, signed: 0 };
    for (let seed = 0; seed < worlds; seed += 1) {
      const random = createRandom(seed);
      const { changes, labels } = world(random, 6, 0, 0);
      const test = labelPermutationTest(changes, labels, { random: random.fork('test'), draws: 199 });
      if (test.squaredExcessGap.fallP <= 0.05) rejected.fall += 1;
      if (test.squaredExcessGap.p <= 0.05) rejected.squared += 1;
      if (test.meanSignedGap.p <= 0.05) rejected.signed += 1;
    }
    for (const count of Object.values(rejected)) {
      expect(count / worlds).toBeGreaterThanOrEqual(0.03);
      expect(count / worlds).toBeLessThanOrEqual(0.075);
    }
  });

  it('finds a bias that an edit took away', () => {
    const random = createRandom(5);
    const { changes, labels } = world(random, 12, 1.2, 0);
    const test = labelPermutationTest(changes, labels, { random, draws: 499 });
    expect(test.squaredExcessGap.fallP).toBeLessThan(0.01);
    expect(test.meanSignedGap.fallP).toBeLessThan(0.01);
    expect(Math.sqrt(test.squaredExcessGap.before)).toBeCloseTo(
      excessGap(side(changes, 'before'), labels),
      12,
    );
    expect(test.nullGap.before).toBeGreaterThan(0);
    expect(test.nullGap.before).toBeLessThan(0.12);
  });

  it('says nothing of a rewrite that changes nothing', () => {
    const random = createRandom(6);
    const { changes, labels } = world(random, 5, 1, 1);
    const same = changes.map(({ before }) => ({ members, before, after: before }));
    const test = labelPermutationTest(same, labels, { random, draws: 99 });
    expect(test.squaredExcessGap.change).toBe(0);
    expect(test.squaredExcessGap.p).toBe(1);
  });

  it('moves labels only within strata: with one person in each nothing can move', () => {
    const random = createRandom(7);
    const { changes, labels } = world(random, 5, 1.5, 0);
    const test = labelPermutationTest(changes, labels, { random, draws: 99, strata: members });
    expect(test.squaredExcessGap.fallP).toBe(1);
    expect(test.squaredExcessGap.nullDeviation).toBeCloseTo(0, 12);
  });
});
