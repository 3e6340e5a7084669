import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../shared/edits/apply-edits.ts';
import { guardEdits } from '../../shared/edits/fact-guard.ts';
import { insertOptions } from '../../shared/edits/insert-options.ts';
import type { Edit } from '../../shared/protocol/edit.ts';
import { createRandom } from '../../shared/random.ts';
import { createActionSpace, keepAll } from '../../training/actions.ts';
import { createEnvironment, type PostingTask } from '../../training/environment.ts';
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

  it('promises that nobody at the company approved: an insert is an approved sentence, word for word', () => {
    const approved = { id: '1', text: 'Hours are flexible.', topic: 'flexible-hours' as const };
    for (const edit of insertOptions(text, [approved])) expect(edit.after.trim()).toContain(approved.text);
  });
});

describe('no legal action is worth more by a trick', async () => {
  const world = createToyWorld({ seed: 3, candidates: 1500, postings: 4 });
  const open = (task: PostingTask, recommender = world.recommender) =>
    createEnvironment({
      recommender,
      pool: world.pool,
      attributes: [world.attribute],
      members: [...world.pool.ids.keys()],
      random: createRandom(1),
    }).open(task);

  it('flattening, rescaling or bending all scores changes no reward', async () => {
    for (const task of world.postings) {
      const first = task.space.slots.map(() => 1);
      const plain = await (await open(task))!.score([keepAll(task.space), first]);
      for (const bend of [(x: number) => x / 1024, (x: number) => 4 * x + 1, (x: number) => 2 * x]) {
        const score = async (texts: readonly string[]) =>
          (await world.recommender.score(texts)).map((scores) => scores.map(bend));
        const bent = await (await open(task, { ...world.recommender, score }))!.score([
          keepAll(task.space),
          first,
        ]);
        expect(bent.map(({ reward }) => reward)).toEqual(plain.map(({ reward }) => reward));
      }
    }
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
