import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../shared/edits/apply-edits.ts';
import { guardEdits } from '../../shared/edits/fact-guard.ts';
import { insertOptions } from '../../shared/edits/insert-options.ts';
import type { Edit } from '../../shared/protocol/edit.ts';
import { createRandom } from '../../shared/random.ts';
import { createActionSpace } from '../../training/actions.ts';
import { createEnvironment, type PostingTask } from '../../training/environment.ts';
import { evaluate } from '../../training/evaluation/evaluate.ts';
import type { Recommender } from '../../training/recommender.ts';
import { curatedAll } from '../../training/span-policy/curated-all.ts';
import { greedy } from '../../training/span-policy/greedy.ts';
import { createToyWorld } from './toy-world.ts';

const text = [
  'Accountant',
  'You are a rockstar with ledgers.',
  'Requirements',
  '- Experience with Python and SQL',
  '- CPA licence and 3 years of experience',
].join('\n');
const wording = 'rockstar';
const requirements = text.slice(text.indexOf('Requirements'));
const end = text.length;

const replace = (before: string, after: string): Edit => {
  const start = text.indexOf(before);
  return { start, end: start + before.length, before, after, source: 'model' };
};

/** Ways to move a recommender without saying the same thing better. */
const tricks: Record<string, Edit> = {
  'keyword stuffing': replace(wording, 'rockstar (Java, Excel, SAP, AWS, Docker)'),
  'a copied requirement list': { start: end, end, before: '', after: `\n${requirements}`, source: 'model' },
  'deleting all requirements': replace(requirements, ''),
  'an unapproved promise': {
    start: end,
    end,
    before: '',
    after: '\nWe pay $120,000 a year.',
    source: 'model',
  },
  'a slashed list': replace(wording, 'Java/C++/Go/Rust developer'),
};

describe('the fact guard refuses', () => {
  for (const [name, edit] of Object.entries(tricks)) {
    it(name, () => expect(guardEdits(text, [edit]).refused.length).toBe(1));
  }
});

describe('the action space has no place for', () => {
  const offered = (after: string) =>
    createActionSpace(text, [
      {
        start: text.indexOf(wording),
        end: text.indexOf(wording) + wording.length,
        ruleId: 'masculine/rockstar',
        category: 'masculine',
        options: [replace(wording, after)],
      },
    ]).slots.length;

  it('wording that addresses a group', () => {
    for (const after of ['woman', 'expert for women and men', 'younger expert', 'LGBTQ+ friendly expert']) {
      expect(offered(after)).toBe(0);
    }
    expect(offered('expert')).toBe(1);
  });

  it('text that its reader would not see', () => {
    const words = 'calm patient';
    const hiding = [
      `exp\u200Bert`,
      `expert\u200B${words}`,
      `expert \u202E${words}`,
      `expert <!-- ${words} -->`,
      `expert <span style="font-size:0">${words}</span>`,
      `expert${' '.repeat(200)}${words}`,
      `expert${'\n'.repeat(40)}${words}`,
      `expert \u{E0063}\u{E0061}`,
    ];
    for (const after of hiding) expect(offered(after), JSON.stringify(after)).toBe(0);
    expect(offered('calm, patient expert')).toBe(1);
  });

  it('promises that nobody at the company approved: an insert is an approved sentence, word for word', () => {
    const approved = { id: '1', text: 'Hours are flexible.', topic: 'flexible-hours' as const };
    for (const edit of insertOptions(text, [approved])) expect(edit.after.trim()).toContain(approved.text);
  });
});

describe('no legal action is worth more by a trick', async () => {
  const world = createToyWorld({ seed: 3, candidates: 2800, postings: 12 });
  const open = (task: PostingTask, recommender = world.recommender) =>
    createEnvironment({
      recommender,
      pool: world.pool,
      attributes: [world.attribute],
      members: [...world.pool.ids.keys()],
      random: createRandom(1),
    }).open(task);

  /** Strictly monotone over the scores of one text: dense ranks, squared. */
  const bendByRank = (scores: Float32Array) => {
    const places = new Map([...new Set(scores)].sort((a, b) => a - b).map((score, place) => [score, place]));
    return scores.map((score) => (places.get(score) ?? 0) ** 2);
  };
  const bends = {
    flattened: (scores: Float32Array) => scores.map((x) => x / 1024),
    rescaled: (scores: Float32Array) => scores.map((x) => 4 * x),
    bent: bendByRank,
  };

  it.each(Object.entries(bends))('%s scores change no figure', async (_, bend) => {
    const tableOf = (recommender: Recommender) =>
      evaluate(
        {
          ...world,
          recommender,
          attributes: [world.attribute],
          postings: world.postings.map((task) => ({ task })),
          salt: 'gaming',
          seed: 1,
          random: createRandom(1),
          synthetic: true,
          permutations: 49,
          resamples: 20,
        },
        [curatedAll, greedy({ budget: 16 })],
      );
    const score = async (texts: readonly string[]) => (await world.recommender.score(texts)).map(bend);
    const plain = await tableOf(world.recommender);
    expect(plain.methods.every(({ postings, excessGap }) => postings > 0 && excessGap.before > 0)).toBe(true);
    expect(await tableOf({ ...world.recommender, score })).toEqual(plain);
  });

  it('requirements are read from the original: deleting their words does not shrink what is asked', async () => {
    const [task] = world.postings;
    const [skill] = task!.requirements.skills;
    const start = task!.space.text.indexOf(skill!);
    const edit: Edit = { start, end: start + skill!.length, before: skill!, after: '', source: 'delete' };
    const without = createActionSpace(task!.space.text, [
      { start, end: edit.end, ruleId: 'trick/delete', category: 'masculine', options: [edit] },
    ]);
    const episode = (await open({ ...task!, space: without }))!;
    const [deleted] = await episode.score([[1]]);
    expect(applyEdits(without.text, [edit])).not.toContain(` ${skill} `);
    expect(deleted!.relevance).toBeLessThan(episode.original.relevance);
    expect(deleted!.reward).toBeLessThan(episode.original.reward);
  });

  it('a text that ranks everyone alike loses relevance and is worth less than the original without a gap', async () => {
    const unbiased = createToyWorld({ seed: 9, candidates: 1500, postings: 2, skew: 0 });
    const [task] = unbiased.postings;
    const flat = {
      ...unbiased.recommender,
      score: async (texts: readonly string[]) => {
        const scores = await unbiased.recommender.score(texts);
        return texts.map((one, i) => (one === task!.space.text ? scores[i]! : new Float32Array(1500)));
      },
    };
    const episode = (await createEnvironment({
      recommender: flat,
      pool: unbiased.pool,
      attributes: [unbiased.attribute],
      members: [...unbiased.pool.ids.keys()],
      random: createRandom(1),
    }).open(task!))!;
    const [flattened] = await episode.score([task!.space.slots.map(() => 1)]);
    expect(flattened!.relevance).toBeLessThan(episode.original.relevance);
    expect(flattened!.reward).toBeLessThan(episode.original.reward);
  });
});
