import { describe, expect, it } from 'vitest';
import { createRandom } from '../shared/random.ts';
import { createActionSpace, keepAll } from './actions.ts';
import { createEnvironment } from './environment.ts';
import type { CandidatePool, Recommender } from './recommender.ts';

const size = 300;
const ids = Array.from({ length: size }, (_, i) => `c${i}`);
const random = createRandom(1);
const codes = Int16Array.from(ids, () => random.integer(2));
const pool: CandidatePool = {
  ids,
  clusters: ids,
  qualifications: ids.map((_, i) => ({
    occupations: new Set(['clerk']),
    skills: new Set(i % 2 === 0 ? ['ledger'] : []),
    licences: new Set<string>(),
  })),
};
const attribute = { name: 'group', groups: ['first', 'second'], codes };
const noise = ids.map(() => random.normal());

/** "dominate" draws the first group, "ledger" those who have the skill. */
const recommender: Recommender = {
  name: 'exact',
  size,
  score: async (texts) =>
    texts.map((text) =>
      Float32Array.from(
        noise,
        (value, i) =>
          value +
          (text.includes('dominate') && codes[i] === 0 ? 2 : 0) +
          (text.includes('ledger') && i % 2 === 0 ? 1 : 0),
      ),
    ),
};

const text = 'You dominate the ledger.';
const space = createActionSpace(
  text,
  [
    {
      start: 4,
      end: 12,
      ruleId: 'masculine/dominate',
      category: 'masculine',
      options: [
        { start: 4, end: 12, before: 'dominate', after: 'lead', source: 'curated' },
        { start: 4, end: 12, before: 'dominate', after: 'guide our women in', source: 'curated' },
      ],
    },
  ],
  ['We offer flexible hours.', 'We pay for training.', 'We offer parental leave.', 'We welcome women.'].map(
    (after) => ({
      start: text.length,
      end: text.length,
      before: '',
      after: ` ${after}`,
      source: 'insert' as const,
    }),
  ),
);
const task = {
  id: 'p1',
  requirements: { occupation: 'clerk', skills: ['ledger'], optionalSkills: [], licences: [] },
  space,
};
const open = (options = {}) =>
  createEnvironment({
    recommender,
    pool,
    attributes: [attribute],
    members: [...ids.keys()],
    random: createRandom(2),
    ...options,
  }).open(task);

describe('environment', () => {
  it('offers no wording that names a group', () => {
    expect(space.slots.map((slot) => slot.actions.length)).toEqual([2, 2, 2, 2]);
  });

  it('rewards taking out the wording that draws one group, less the price of the edit', async () => {
    const episode = (await open())!;
    const [kept, led] = await episode.score([keepAll(space), [1, 0, 0, 0]]);
    expect(kept).toBe(episode.original);
    expect(kept!.gap).toBeGreaterThan(0.1);
    expect(led!.gap).toBeLessThan(0.05);
    const price = 0.003 + 0.5 * Math.max(0, kept!.relevance - led!.relevance);
    expect(led!.reward).toBeCloseTo(-led!.gap - price, 12);
  });

  it('is deterministic, counts each variant once, and returns batches in order', async () => {
    const episode = (await open())!;
    const choices = [
      [1, 0, 0, 0],
      [0, 1, 0, 0],
      [1, 0, 0, 0],
    ];
    const [a, b, c] = await episode.score(choices);
    expect(a).toEqual(c);
    expect(a).not.toEqual(b);
    await episode.score(choices);
    expect(episode.evaluations).toBe(2);
    expect((await (await open())!.score(choices))[0]).toEqual(a);
  });

  it('refuses illegal choices: a third statement, an action that is not there', async () => {
    const episode = (await open())!;
    await expect(episode.score([[0, 1, 1, 1]])).rejects.toThrow('not legal');
    await expect(episode.score([[2, 0, 0, 0]])).rejects.toThrow('has actions 0 to 1');
  });

  it('does not open where no attribute can be measured', async () => {
    expect(await open({ members: [0, 1, 2] })).toBeUndefined();
    const unknown = { ...attribute, codes: codes.map((code, i) => (i % 2 === 0 ? -1 : code)) };
    expect(await open({ attributes: [unknown] })).toBeUndefined();
  });

  it('buys no gain on one attribute with a loss on another', async () => {
    const opposed = Int16Array.from(codes, (code, i) =>
      noise[i]! > 0.8 ? 0 : code === 0 && noise[i]! < -1 ? 1 : 1,
    );
    const both = (await open({
      attributes: [attribute, { name: 'other', groups: ['a', 'b'], codes: opposed }],
    }))!;
    const [led] = await both.score([[1, 0, 0, 0]]);
    const [, otherBefore] = both.original.attributes;
    const [, otherAfter] = led!.attributes;
    expect(otherAfter!.beyondChance).toBeGreaterThan(otherBefore!.beyondChance);
    expect(led!.reward).toBeLessThan(both.original.reward);
  });
});
