import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { breslowDay } from './breslow-day.ts';
import { chiSquareUpperTail, logGamma, normalQuantile, normalUpperTail } from './distributions.ts';
import { groupExposure } from './exposure.ts';
import { fisherExact } from './fisher-exact.ts';
import { holmAdjust } from './holm.ts';
import { highestRateGroup, impactRatio } from './impact-ratio.ts';
import { infeasibleIndex } from './infeasible-index.ts';
import { jensenShannon } from './jensen-shannon.ts';
import { katzInterval } from './katz-interval.ts';
import { koopmanInterval } from './koopman-interval.ts';
import { mantelHaenszel } from './mantel-haenszel.ts';
import { ndkl } from './ndkl.ts';
import { ordinalWasserstein } from './ordinal-wasserstein.ts';
import { personProfiles, ratiosOfResample } from './person-bootstrap.ts';
import { powerToFind } from './power.ts';
import { selectionRate } from './selection-rate.ts';
import { skewAt } from './skew.ts';
import { totalVariation } from './total-variation.ts';
import { twoProportionZ } from './two-proportion-z.ts';
import { wilsonInterval } from './wilson-interval.ts';

type Four = [number, number, number, number];

/** Written by tests/reference/fairness.py. */
interface ReferenceValues {
  distributions: {
    logGamma: [number, number][];
    normalTail: [number, number][];
    normalQuantile: [number, number][];
    chiSquareTail: [number, number, number][];
  };
  pairs: {
    pair: Four;
    fisher: number;
    midP: number | null;
    wilson: [number, number];
    z: [number, number] | null;
    katz: [number, number] | null;
    koopman: [number, number | null] | null;
  }[];
  strata: {
    strata: Four[];
    oddsRatio: number;
    interval: [number, number];
    statistic: number;
    p: number;
    breslowDay: [number, number];
  }[];
  holm: [number[], number[]];
  distances: {
    p: number[];
    d: number[];
    positions: number[];
    totalVariation: number;
    wasserstein: number;
    jensenShannon: number;
  };
  rankings: {
    ranking: number[];
    desired: number[];
    relevance: number[];
    ndkl: number;
    infeasible: number;
    skewAt5: number[];
    exposure: number[];
    perRelevance: number[];
  }[];
  power: [number, number, number, number, number][];
  resamples: {
    people: { group: number; outcomes: number[] }[];
    draws: { indices: number[]; ratio: number }[];
  };
  fairlearn: {
    groups: string[];
    selected: number[];
    rates: Record<string, number>;
    lowestRatio: number;
  };
}

const values: ReferenceValues = JSON.parse(
  readFileSync(new URL('../../tests/reference/fairness-values.json', import.meta.url), 'utf8'),
);

/** Relative where the value is large, absolute near zero: 1e-9 both ways. */
function expectNear(actual: number | null | undefined, expected: number) {
  expect(actual).toBeTypeOf('number');
  expect(Math.abs((actual as number) - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)));
}

const pairOf = ([k1, n1, k0, n0]: Four) => ({
  group: { group: 'a', n: n1, selected: k1 },
  reference: { group: 'b', n: n0, selected: k0 },
});

describe('distributions equal scipy', () => {
  test('log gamma', () => {
    for (const [x, expected] of values.distributions.logGamma) expectNear(logGamma(x), expected);
  });
  test('normal tail, also relatively far out', () => {
    for (const [z, expected] of values.distributions.normalTail) {
      expect(normalUpperTail(z) / expected).toBeCloseTo(1, 11);
    }
  });
  test('normal quantile', () => {
    for (const [p, expected] of values.distributions.normalQuantile) expectNear(normalQuantile(p), expected);
  });
  test('chi-square tail', () => {
    for (const [x, df, expected] of values.distributions.chiSquareTail) {
      expectNear(chiSquareUpperTail(x, df), expected);
    }
  });
});

describe.each(values.pairs)('pair $pair', (expected) => {
  const { group, reference } = pairOf(expected.pair);
  test('Fisher equals scipy, mid-p equals exact rational enumeration', () => {
    const actual = fisherExact(group, reference);
    expect(actual.p / expected.fisher).toBeCloseTo(1, 9);
    if (expected.midP !== null) expectNear(actual.midP, expected.midP);
  });
  test('Wilson, z and Katz equal statsmodels and scipy', () => {
    const wilson = wilsonInterval(group);
    expectNear(wilson?.lower, expected.wilson[0]);
    expectNear(wilson?.upper, expected.wilson[1]);
    const z = twoProportionZ(group, reference);
    if (expected.z === null) expect(z).toBeNull();
    else {
      expectNear(z?.z, expected.z[0]);
      expectNear(z?.p, expected.z[1]);
    }
    const katz = katzInterval(group, reference);
    if (expected.katz === null) expect(katz).toBeNull();
    else {
      expectNear(katz?.lower, expected.katz[0]);
      expectNear(katz?.upper, expected.katz[1]);
    }
  });
  test.runIf(expected.koopman !== null)('Koopman equals root finding by scipy', () => {
    const koopman = koopmanInterval(group, reference);
    expectNear(koopman?.lower, expected.koopman?.[0] ?? Number.NaN);
    if (expected.koopman?.[1] == null) expect(koopman?.upper).toBe(Infinity);
    else expectNear(koopman?.upper, expected.koopman[1]);
  });
});

test.each(values.strata)('strata $strata equal statsmodels StratifiedTable', (expected) => {
  const strata = expected.strata.map((four, i) => ({ stratum: String(i), ...pairOf(four) }));
  const actual = mantelHaenszel(strata);
  expectNear(actual?.oddsRatio, expected.oddsRatio);
  expectNear(actual?.interval?.lower, expected.interval[0]);
  expectNear(actual?.interval?.upper, expected.interval[1]);
  expectNear(actual?.statistic, expected.statistic);
  expectNear(actual?.p, expected.p);
  const homogeneity = breslowDay(strata, actual?.oddsRatio ?? null);
  expectNear(homogeneity?.statistic, expected.breslowDay[0]);
  expectNear(homogeneity?.p, expected.breslowDay[1]);
});

test('Holm equals statsmodels', () => {
  const [raw, expected] = values.holm;
  const adjusted = holmAdjust(raw);
  expected.forEach((p, i) => {
    expectNear(adjusted[i], p);
  });
});

test('distances equal scipy', () => {
  const { p, d, positions, ...expected } = values.distances;
  expectNear(totalVariation(p, d), expected.totalVariation);
  expectNear(ordinalWasserstein(p, d, positions), expected.wasserstein);
  expectNear(jensenShannon(p, d), expected.jensenShannon);
});

test.each(values.rankings)('ranking $ranking', (expected) => {
  const { ranking, desired, relevance } = expected;
  expectNear(ndkl(ranking, desired), expected.ndkl);
  expect(infeasibleIndex(ranking, desired)).toBe(expected.infeasible);
  skewAt(5, ranking, desired).forEach((skew, g) => {
    expectNear(skew, expected.skewAt5[g] as number);
  });
  groupExposure(ranking, desired.length, relevance).forEach((exposure, g) => {
    expectNear(exposure.exposure, expected.exposure[g] as number);
    expectNear(exposure.perRelevance, expected.perRelevance[g] as number);
  });
});

test('power equals its formula in scipy', () => {
  for (const [ratio, rate, n1, n0, expected] of values.power) {
    expectNear(powerToFind(ratio, rate, n1, n0), expected);
  }
});

test('a counted person resample gives the ratio of the same resample row by row', () => {
  const { people, draws } = values.resamples;
  for (const { indices, ratio } of draws) {
    const rows = indices.flatMap((index, draw) =>
      people[index]!.outcomes.map((outcome) => ({ draw, group: people[index]!.group, outcome })),
    );
    const profiles = personProfiles(
      Int32Array.from(rows, (row) => row.draw),
      Int32Array.from(rows, (row) => row.group),
      Uint8Array.from(rows, (row) => row.outcome),
      indices.length,
      2,
    );
    const counts = profiles.map((profile) => profile.people);
    expectNear(ratiosOfResample(profiles, counts, 2, 1)[0], ratio);
  }
});

test('selection rates and the lowest ratio equal fairlearn', () => {
  const { groups, selected, rates, lowestRatio } = values.fairlearn;
  const counts = Object.keys(rates).map((group) => {
    const mine = selected.filter((_, row) => groups[row] === group);
    return { group, n: mine.length, selected: mine.reduce((sum, outcome) => sum + outcome, 0) };
  });
  for (const count of counts) expectNear(selectionRate(count), rates[count.group] as number);
  const highest = highestRateGroup(counts)!;
  expectNear(Math.min(...counts.map((count) => impactRatio(count, highest) ?? 1)), lowestRatio);
});
