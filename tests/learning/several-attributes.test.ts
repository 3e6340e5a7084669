import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../shared/random.ts';
import { createActionSpace } from '../../training/actions.ts';
import { createEnvironment } from '../../training/environment.ts';
import { withCrossings } from '../../training/environment-attributes.ts';
import { evaluate } from '../../training/evaluation/evaluate.ts';
import type { AttributeColumn } from '../../training/recommender.ts';
import { type Combination, combineGaps } from '../../training/reward.ts';
import { greedy } from '../../training/span-policy/greedy.ts';
import type { SpanPolicy } from '../../training/span-policy/policy.ts';
import { bagOfWords } from './toy-world.ts';

const size = 2000;

/**
 * Two attributes that are independent of each other. "bold" is written by the first group of one, "open" by the first group of
 * the other, "calm" by everyone alike: of the two suggestions for "bold" one mends a gap by making another.
 */
function createWorld() {
  const random = createRandom(11);
  const codes = { gender: new Int16Array(size), region: new Int16Array(size) };
  const words = Array.from({ length: size }, (_, i) => {
    codes.gender[i] = random.integer(2);
    codes.region[i] = random.integer(2);
    const own = new Set(['skilla']);
    if (random.next() < (codes.gender[i] === 0 ? 0.7 : 0.1)) own.add('bold');
    if (random.next() < (codes.region[i] === 0 ? 0.9 : 0.05)) own.add('open');
    if (random.next() < 0.4) own.add('calm');
    return own;
  });
  const column = (name: keyof typeof codes): AttributeColumn => ({
    name,
    groups: [`${name} one`, `${name} two`],
    codes: codes[name],
  });
  const ids = words.map((_, i) => `candidate-${i}`);
  const text = 'We ask for skilla. You are bold';
  const start = text.indexOf('bold');
  const replace = (after: string) => ({
    start,
    end: text.length,
    before: 'bold',
    after,
    source: 'curated' as const,
  });
  return {
    recommender: bagOfWords(words),
    pool: {
      ids,
      clusters: ids,
      qualifications: words.map(() => ({
        occupations: new Set(['a']),
        skills: new Set(['skilla']),
        licences: new Set<string>(),
      })),
    },
    columns: [column('gender'), column('region')],
    task: {
      id: 'posting',
      requirements: { occupation: 'a', skills: ['skilla'], optionalSkills: [], licences: [] },
      space: createActionSpace(text, [
        {
          start,
          end: text.length,
          ruleId: 'toy/bold',
          category: 'masculine',
          options: [replace('open'), replace('calm')],
        },
      ]),
    },
  };
}

const world = createWorld();
/** The same posting of as many employers, so that both sides of the split have some. */
const postings = Array.from({ length: 12 }, (_, i) => {
  const { task } = world;
  const { text, slots } = task.space;
  return { ...task, id: `posting-${i}`, space: { slots, text: `${text}. ${`topic${i} `.repeat(9)}` } };
});
const always = (name: string, action: number): SpanPolicy => ({
  name,
  decide: async ({ task }) => task.space.slots.map(() => action),
});
const open = async (attributes: readonly AttributeColumn[], combination: Combination = 'worst') => {
  const environment = createEnvironment({
    ...world,
    attributes,
    combination,
    members: [...world.pool.ids.keys()],
    random: createRandom(1),
  });
  return (await environment.open(world.task))!;
};

describe('several attributes at once', () => {
  const [keep, openly, calmly] = [[0], [1], [2]];

  it('on gender alone either suggestion pays', async () => {
    const [kept, first, second] = await (await open(world.columns.slice(0, 1))).score([
      keep!,
      openly!,
      calmly!,
    ]);
    expect(first!.reward).toBeGreaterThan(kept!.reward);
    expect(second!.reward).toBeGreaterThan(kept!.reward);
  });

  for (const combination of ['worst', { gender: 1 }, { gender: 3, region: 1 }] as const) {
    it(`a gain on gender is not bought with a loss on region: ${JSON.stringify(combination)}`, async () => {
      const episode = await open(world.columns, combination);
      const [kept, first, second] = await episode.score([keep!, openly!, calmly!]);
      const gapOf = (parts: typeof kept, name: string) =>
        parts!.attributes.find(({ attribute }) => attribute === name)!.beyondChance;
      expect(gapOf(first, 'gender')).toBeLessThan(gapOf(kept, 'gender'));
      expect(gapOf(first, 'region')).toBeGreaterThan(gapOf(kept, 'region'));
      expect(first!.reward).toBeLessThan(kept!.reward);
      expect(second!.reward).toBeGreaterThan(kept!.reward);
      const situation = { task: world.task, episode, random: createRandom(1) };
      expect(await greedy().decide(situation)).toEqual(calmly);
    });
  }

  it('holds for any gaps and any setting: growth never pays', () => {
    const gap = fc.double({ min: 0, max: 1, noNaN: true });
    const names = ['gender', 'region', 'age band'];
    const triple = fc.tuple(gap, gap, gap);
    const setting = fc.oneof(
      fc.constant('worst' as const),
      triple.map((weights) => Object.fromEntries(names.map((name, i) => [name, weights[i] ?? 0]))),
    );
    fc.assert(
      fc.property(triple, triple, setting, (before, after, combination) => {
        const grown = after.some((value, i) => value > before[i]! + 1e-9);
        const [from, to] = [before, after].map((gaps) => combineGaps(before, gaps, names, combination));
        if (grown) expect(to!).toBeGreaterThan(from!);
        // Three gaps may each have grown by 1e-9 uncounted, and the mean or worst of them by as much again.
        else expect(to!).toBeLessThanOrEqual(from! + 5e-9);
      }),
    );
  });
});

describe('crossings', () => {
  it('are measured where they have enough people, with the small ones pooled', async () => {
    const crossed = withCrossings(world.columns);
    expect(crossed.map(({ name }) => name)).toEqual(['gender', 'region', 'gender × region']);
    expect(crossed[2]!.groups).toHaveLength(4);
    expect((await open(crossed)).original.attributes).toHaveLength(3);

    const few = world.columns[0]!.codes.map((code, i) => (code === 0 ? 0 : i < 300 ? 1 : 2));
    const three = { name: 'band', groups: ['a', 'b', 'c'], codes: few };
    const pooled = withCrossings([three, world.columns[1]!])[2]!;
    expect(pooled.groups).toEqual([
      'a × region one',
      'a × region two',
      'c × region one',
      'c × region two',
      'other',
    ]);
    expect(pooled.codes.every((code) => code >= 0)).toBe(true);
  });

  it('show what mending one attribute at the cost of another does, beside an oracle that knows the plant', async () => {
    const evaluation = await evaluate(
      {
        ...world,
        attributes: withCrossings(world.columns),
        postings: postings.map((task) => ({ task })),
        salt: 'crossings',
        seed: 1,
        random: createRandom(1),
        synthetic: true,
        permutations: 199,
        resamples: 20,
      },
      [always('keep', 0), always('mends gender alone', 1), always('oracle (plant known)', 2), greedy()],
    );
    const rowOf = (method: string, attribute = 'gender × region') =>
      evaluation.methods.find((row) => row.method === method && row.attribute === attribute)!;
    const oracle = rowOf('oracle (plant known)').excessGap;
    const [gender, crossing] = ['gender', undefined].map((of) => rowOf('mends gender alone', of).excessGap);
    expect(gender!.after).toBeLessThan(gender!.before / 2);
    expect(crossing!.after).toBeGreaterThan(crossing!.before);
    expect(oracle.after).toBeLessThan(0.6 * oracle.before);
    expect(rowOf('greedy').excessGap.after).toBe(oracle.after);
    expect(rowOf('greedy').p).toBeLessThan(0.05);
  });

  it('leave out who is unknown in either attribute, and crossings without two large groups', () => {
    const unknown = world.columns[0]!.codes.map((code, i) => (i % 2 === 0 ? -1 : code));
    const [, , crossed] = withCrossings([{ ...world.columns[0]!, codes: unknown }, world.columns[1]!]);
    expect(crossed!.codes.filter((code) => code < 0)).toHaveLength(size / 2);
    expect(withCrossings(world.columns, size)).toHaveLength(2);
  });
});
