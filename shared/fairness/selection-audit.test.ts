import { describe, expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import type { AttributeCodes } from './attribute-codes.ts';
import { concludeFamily, measureAttribute } from './group-audit.ts';
import { allCrossings, crossAttributes } from './intersections.ts';
import { partiallyPooledRates } from './partial-pooling.ts';
import { auditSelections } from './selection-audit.ts';
import { verdictText } from './verdict.ts';

/** Expands counts into rows. */
function columnsOf(
  rows: readonly { group: number; stratum: number; n: number; selected: number }[],
  groups: string[],
) {
  const codes: number[] = [];
  const selected: number[] = [];
  const strata: number[] = [];
  for (const row of rows) {
    for (let i = 0; i < row.n; i += 1) {
      codes.push(row.group);
      strata.push(row.stratum);
      selected.push(i < row.selected ? 1 : 0);
    }
  }
  const attribute: AttributeCodes = { name: 'sex', groups, codes: Int32Array.from(codes) };
  return {
    attributes: [attribute],
    selected: Uint8Array.from(selected),
    strata: { name: 'department', values: ['a', 'b'], codes: Int32Array.from(strata) },
  };
}

describe('Simpson’s paradox', () => {
  // Women are selected at least as often in both departments but apply mostly where few are selected.
  const columns = columnsOf(
    [
      { group: 0, stratum: 0, n: 800, selected: 480 },
      { group: 1, stratum: 0, n: 100, selected: 66 },
      { group: 0, stratum: 1, n: 200, selected: 20 },
      { group: 1, stratum: 1, n: 900, selected: 108 },
    ],
    ['man', 'woman'],
  );

  test('the pooled verdict sees a difference, the default within strata does not, and they are said to disagree', () => {
    const [stratified] = auditSelections(columns, { random: createRandom(1) });
    const woman = stratified?.groups.find((group) => group.group === 'woman');
    expect(woman?.fisherP).toBeLessThan(0.001);
    expect(woman?.stratified?.oddsRatio).toBeGreaterThan(1);
    expect(woman?.verdict.word).toBe('no evidence of a difference');
    expect(woman?.pooledDisagrees).toBe(true);
  });

  test('without strata the verdict is the pooled one', () => {
    const { attributes, selected } = columns;
    const [pooled] = auditSelections({ attributes, selected }, { random: createRandom(1) });
    expect(pooled?.basis).toBe('fisher');
    expect(pooled?.groups.find((group) => group.group === 'woman')?.verdict).toMatchObject({
      word: 'evidence of a difference',
      direction: 'lower',
    });
  });
});

describe('verdicts', () => {
  const verdictsOf = (counts: { group: string; n: number; selected: number }[]) =>
    concludeFamily([measureAttribute('a', counts, false)])[0]!.groups.map((group) =>
      verdictText(group.verdict),
    );

  test('need 30 people and 5 expected selections, and say how many are missing', () => {
    expect(
      verdictsOf([
        { group: 'a', n: 200, selected: 100 },
        { group: 'b', n: 29, selected: 1 },
      ]),
    ).toEqual(['reference (highest rate)', 'not enough data (need about 1 more)']);
    expect(
      verdictsOf([
        { group: 'a', n: 1000, selected: 20 },
        { group: 'b', n: 40, selected: 0 },
      ])[1],
    ).toBe('not enough data (need about 220 more)');
  });

  test('nobody selected, one group, no group', () => {
    expect(
      verdictsOf([
        { group: 'a', n: 100, selected: 0 },
        { group: 'b', n: 100, selected: 0 },
      ])[1],
    ).toBe('not enough data (nobody was selected)');
    expect(verdictsOf([{ group: 'a', n: 100, selected: 50 }])).toEqual(['reference (highest rate)']);
    expect(verdictsOf([])).toEqual([]);
  });

  test('a lucky group of two sets the ratio of nobody and the test of nobody', () => {
    const [audit] = concludeFamily([
      measureAttribute(
        'a',
        [
          { group: 'a', n: 400, selected: 200 },
          { group: 'b', n: 400, selected: 120 },
          { group: 'c', n: 2, selected: 2 },
        ],
        false,
      ),
    ]);
    expect(audit).toMatchObject({ highest: 'a', comparedWith: 'a' });
    expect(audit?.groups[1]?.verdict.word).toBe('evidence of a difference');
    expect(audit?.groups[1]?.impactRatio).toBeCloseTo(0.6, 12);
    expect(audit?.groups[2]).toMatchObject({ smallCategory: true, impactRatio: 2 });
  });

  test('Holm counts every comparison of every attribute', () => {
    const counts = [
      { group: 'a', n: 300, selected: 120 },
      { group: 'b', n: 300, selected: 92 },
    ];
    const alone = concludeFamily([measureAttribute('x', counts, false)]);
    const together = concludeFamily(['x', 'y', 'z'].map((name) => measureAttribute(name, counts, false)));
    expect(together[0]?.groups[1]?.holmP).toBeCloseTo(3 * (alone[0]?.groups[1]?.holmP ?? 0), 12);
  });
});

describe('crossings', () => {
  const attribute = (name: string, groups: string[], codes: number[]): AttributeCodes => ({
    name,
    groups,
    codes: Int32Array.from(codes),
  });
  const sex = attribute('sex', ['man', 'woman'], [0, 1, 1, -1, 0]);
  const race = attribute('race', ['A', 'B'], [0, 0, 1, 1, -1]);

  test('hold the combinations that occur; any part unknown is unknown', () => {
    expect(crossAttributes([sex, race])).toEqual({
      name: 'sex × race',
      groups: ['man × A', 'woman × A', 'woman × B'],
      codes: Int32Array.of(0, 1, 2, -1, -1),
    });
  });

  test('three attributes have four crossings, pairs first', () => {
    const age = attribute('age', ['young'], [0, 0, 0, 0, 0]);
    expect(allCrossings([sex, race, age]).map((crossing) => crossing.name)).toEqual([
      'sex × race',
      'sex × age',
      'race × age',
      'sex × race × age',
    ]);
  });

  test('partial pooling draws a lucky cell of two people towards the rest', () => {
    const rates = partiallyPooledRates([
      { group: 'a', n: 500, selected: 250 },
      { group: 'b', n: 500, selected: 150 },
      { group: 'c', n: 2, selected: 2 },
    ]);
    expect(rates[0]).toBeCloseTo(0.5, 1);
    expect(rates[2]).toBeLessThan(0.6);
    expect(partiallyPooledRates([{ group: 'a', n: 0, selected: 0 }])).toEqual([null]);
  });
});
