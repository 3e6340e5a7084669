import { describe, expect, test } from 'vitest';
import { smallestRange, smallestShown } from '../../shared/fairness/suppression.ts';
import type { ReportData } from '../../shared/protocol/report.ts';
import { createRandom, type Random } from '../../shared/random.ts';
import { collectReport } from './collect-report.ts';
import { exampleSource } from './example-source.fixture.ts';

/** Three attributes of everybody and how far they got: one world that a report may be about. */
interface World {
  /** `groups[attribute][person]`, an index of `names[attribute]`. */
  readonly groups: readonly Uint8Array[];
  readonly stage: Uint8Array;
}

const stages = ['applied', 'interviewed', 'hired'] as const;
const unknown = 'unknown';

function randomWorld(random: Random): { world: World; names: string[][] } {
  const names = Array.from({ length: 3 }, (_, a) => [
    ...Array.from({ length: 2 + random.integer(2) }, (__, g) => `${'xyz'[a]}${g}`),
    unknown,
  ]);
  const people = 60 + random.integer(160);
  const chance = 0.3 + random.next() * 0.5;
  const groups = names.map((all) => {
    // Groups of very different size, some of them tiny.
    const weights = all.map(() => 0.02 + random.next() ** 2);
    const sum = weights.reduce((a, b) => a + b, 0);
    return Uint8Array.from({ length: people }, () => {
      let rest = random.next() * sum;
      return Math.max(
        0,
        weights.findIndex((weight) => {
          rest -= weight;
          return rest < 0;
        }),
      );
    });
  });
  const draw = () => (random.next() > chance ? 0 : random.next() > 0.7 ? 1 : 2);
  return { world: { groups, stage: Uint8Array.from({ length: people }, draw) }, names };
}

function reportOf({ groups, stage }: World, names: readonly string[][]): ReportData {
  const attributes = ['x', 'y', 'z'];
  const rows = Array.from(stage, (reached, person) => ({
    postingId: 'p',
    month: '2025-03',
    groups: groups.map((codes, a) => {
      const name = names[a]![codes[person]!]!;
      return name === unknown ? null : name;
    }),
    furthest: stages[reached]!,
    people: 1,
  }));
  const source = {
    ...exampleSource({ applicants: 1 }),
    attributes: () => attributes,
    applications: () => rows,
    postings: () => [],
    matchList: () => [],
    promotions: () => [],
    requirements: () => [],
  };
  return collectReport(source, { madeOn: '2026-01-05' });
}

/** One count of the export: its true value and, where it is hidden, the values that worlds have shown for it. */
interface Count {
  value: number;
  readonly published: boolean;
  readonly isSmall: boolean;
  /** A reader knows whether the hidden count is under 5. */
  readonly knowsSize: boolean;
  readonly attributes: readonly number[];
  readonly seen: Set<number>;
}

/** Numbers of the counts of one attribute and of two; there are at most 4 groups and 3 stages. */
const oneKey = (a: number, group: number, stage: number) => (a * 4 + group) * 3 + stage;
const twoKey = (a: number, b: number, i: number, j: number, stage: number) =>
  100 + (((a * 3 + b) * 4 + i) * 4 + j) * 3 + stage;

const isWhole = (data: ReportData, attribute: number, name: string) =>
  data.funnel[attribute]!.rows.some(({ group, reached }) => group === name && !reached.includes(null));
/** A group may be crossed when its first and last stage are shown. */
const isCounted = (data: ReportData, attribute: number, name: string) =>
  data.funnel[attribute]!.rows.some(
    ({ group, reached }) => group === name && reached[0] !== null && reached.at(-1) !== null,
  );

/** Every count that the tables of the report have a place for, kept up to date while people change groups. */
function openCounts(world: World, names: readonly string[][], data: ReportData) {
  const counts = new Map<number, Count>();
  const add = (key: number, attributes: number[], value: number, shown: number | null | undefined) => {
    if (typeof shown === 'number') expect(shown).toBe(value);
    counts.set(key, {
      value,
      published: typeof shown === 'number',
      isSmall: value < smallestShown,
      knowsSize: attributes.length === 1,
      attributes,
      seen: new Set([value]),
    });
  };
  const reach = (person: number, stage: number) => (world.stage[person]! >= stage ? 1 : 0);
  const sum = (stage: number, belongs: (person: number) => boolean) =>
    world.stage.reduce((total, _, person) => total + (belongs(person) ? reach(person, stage) : 0), 0);
  data.funnel.forEach((table, a) => {
    if (table.withheld) return;
    names[a]!.forEach((name, group) => {
      const row = table.rows.find((one) => one.group === name);
      if (row === undefined) return;
      table.stages.forEach((stage, column) => {
        const s = stages.indexOf(stage as (typeof stages)[number]);
        const value = sum(s, (p) => world.groups[a]![p] === group);
        add(oneKey(a, group, s), [a], value, row.reached[column]);
      });
    });
  });
  for (const section of data.selection.filter(({ crossing }) => crossing)) {
    const [a = -1, b = -1] = section.attribute.split(' × ').map((name) => ['x', 'y', 'z'].indexOf(name));
    names[a]!.forEach((first, i) => {
      names[b]!.forEach((second, j) => {
        if (
          first === unknown ||
          second === unknown ||
          !isCounted(data, a, first) ||
          !isCounted(data, b, second)
        )
          return;
        const row = section.rows.find(({ group }) => group === `${first} × ${second}`);
        for (const [stage, shown] of [
          [0, row?.n],
          [2, row?.selected],
        ] as const) {
          const value = sum(stage, (p) => world.groups[a]![p] === i && world.groups[b]![p] === j);
          add(twoKey(a, b, i, j, stage), [a, b], value, shown);
        }
      });
    });
  }
  return counts;
}

/**
 * Lets people change groups as long as everything published stays as it is, and notes the values of hidden counts.
 * Each state of the walk is a whole world that a reader of the report cannot rule out.
 * @returns the hidden counts of which the walk saw too few values.
 */
function exposedCounts(world: World, names: readonly string[][], data: ReportData, random: Random) {
  const counts = openCounts(world, names, data);
  const open = new Set([...counts.values()].filter((count) => !count.published));
  const touched = new Set<Count>();
  const change = (person: number, step: 1 | -1) => {
    const bump = (key: number) => {
      const count = counts.get(key);
      if (count === undefined) return;
      count.value += step;
      touched.add(count);
    };
    const stage = world.stage[person]!;
    const group = world.groups.map((codes) => codes[person]!);
    for (let a = 0; a < 3; a += 1) {
      for (let s = 0; s <= stage; s += 1) bump(oneKey(a, group[a]!, s));
      for (let b = a + 1; b < 3; b += 1) {
        bump(twoKey(a, b, group[a]!, group[b]!, 0));
        if (stage === 2) bump(twoKey(a, b, group[a]!, group[b]!, 2));
      }
    }
  };
  const truth = new Map([...counts.values()].map((count) => [count, count.value]));
  const allowed = (count: Count) =>
    count.published
      ? count.value === truth.get(count)
      : !count.knowsSize || count.isSmall === count.value < smallestShown;
  const assign = (codes: Uint8Array, persons: readonly number[], groups: readonly number[]) => {
    for (const person of persons) change(person, -1);
    persons.forEach((person, i) => {
      codes[person] = groups[i]!;
    });
    for (const person of persons) change(person, 1);
  };
  const tables = new Set([...counts.values()].map(({ attributes }) => attributes.join()));
  const isCrossed = (a: number, b: number) => tables.has([Math.min(a, b), Math.max(a, b)].join());
  // A report crosses the groups whose ends are shown, or only those of which every stage is.
  const readings = [isCounted, isWhole].map((mayBeCrossed) => (a: number, person: number) => {
    const group = world.groups[a]![person]!;
    const name = names[a]![group]!;
    return name === unknown || !mayBeCrossed(data, a, name) ? -1 : group;
  });
  /**
   * People who may pass their groups of attribute `a` around: in a crossing those alike in what `a` is also crossed
   * with, in one table also those of groups that are not crossed. They stand together by their groups, so that a draw
   * finds the rare ones too.
   */
  const poolsOf = ({ attributes }: Count, a: number): number[][][] => {
    const everybody = [...world.stage.keys()];
    const parts = (persons: readonly number[], key: (person: number) => string) =>
      [...new Set(persons.map(key))].map((one) => persons.filter((person) => key(person) === one));
    const cells = (persons: readonly number[]) =>
      parts(persons, (person) =>
        [world.stage[person], ...attributes.map((one) => world.groups[one]![person])].join(),
      );
    const partners = [0, 1, 2].filter((other) => !attributes.includes(other) && isCrossed(a, other));
    return readings
      .flatMap((classOf) => {
        const alike = (person: number) => partners.map((other) => classOf(other, person)).join();
        return attributes.length > 1
          ? parts(everybody, (person) => `${world.stage[person]} ${alike(person)}`)
          : [everybody.filter((person) => classOf(a, person) === -1), ...parts(everybody, alike)];
      })
      .filter((pool) => pool.length > 0)
      .map(cells);
  };
  const pick = <T>(items: readonly T[]): T => items[random.integer(items.length)]!;
  const move = (target: Count, pools: ReadonlyMap<number, number[][][]>, direction: number) => {
    const a = pick(target.attributes);
    const pool = pick(pools.get(a)!);
    const persons = Array.from({ length: 1 + random.integer(4) }, () => pick(pick(pool)));
    if (new Set(persons).size < persons.length) return;
    const codes = world.groups[a]!;
    const before = persons.map((person) => codes[person]!);
    // In one table people may also join other groups, whatever that leaves behind.
    const joins = target.attributes.length === 1 && random.next() < 0.5;
    const after = joins
      ? before.map(() => random.integer(names[a]!.length))
      : [...before.slice(1), before[0]!];
    const { value } = target;
    touched.clear();
    assign(codes, persons, after);
    if (![...touched].every(allowed) || (target.value - value) * direction < 0)
      assign(codes, persons, before);
    else
      for (const count of touched) if (count.seen.add(count.value).size >= smallestRange) open.delete(count);
  };
  const start = world.groups.map((codes) => codes.slice());
  for (const target of open) {
    const pools = new Map(target.attributes.map((a) => [a, poolsOf(target, a)]));
    for (const steps of patience) {
      for (const direction of [-1, 1]) {
        for (const [count, value] of truth) count.value = value;
        world.groups.forEach((codes, a) => {
          codes.set(start[a]!);
        });
        for (let step = 0; step < steps && open.has(target); step += 1) move(target, pools, direction);
      }
    }
  }
  const hidden = [...counts.values()].filter((count) => !count.published);
  return {
    hidden: hidden.length,
    combinations: hidden.filter(({ attributes }) => attributes.length > 1).length,
    exposed: [...open],
  };
}

/** Moves tried in each direction, more where few were not enough. */
const patience = [500, 5_000, 50_000, 500_000];

const companies = 1000;
const atOnce = 50;
const batches = Array.from({ length: companies / atOnce }, (_, batch) => batch * atOnce);

describe('three attributes and their crossings in one export', () => {
  test.each(batches)(
    'every hidden count takes at least 4 values in worlds that fit all tables, companies from %i on',
    (first) => {
      let hidden = 0;
      let combinations = 0;
      for (let seed = first; seed < first + atOnce; seed += 1) {
        const random = createRandom(seed);
        const { world, names } = randomWorld(random);
        const found = exposedCounts(world, names, reportOf(world, names), random);
        hidden += found.hidden;
        combinations += found.combinations;
        expect(found.exposed, `company ${seed}`).toEqual([]);
      }
      expect(hidden).toBeGreaterThan(atOnce);
      expect(combinations).toBeGreaterThan(0);
    },
    120_000,
  );
});
