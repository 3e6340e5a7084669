import { expect, it } from 'vitest';
import type { Edit } from '../../shared/protocol/edit.ts';
import { createRandom } from '../../shared/random.ts';
import { checkForWords } from '../language-model/check-for-words.fixture.ts';
import { comparedPairs, drawPairs, type PairDrawing } from './draw-pairs.ts';
import { partOf } from './model-tasks.ts';

const check = checkForWords(['rockstar']);
const postings = Array.from({ length: 600 }, (_, i) => ({
  text: `Town ${i}.\nWe want a rockstar developer in town ${i}.`,
}));

function edit(text: string, after: string): Edit {
  const start = text.indexOf('rockstar');
  return { start, end: start + 8, before: 'rockstar', after, source: 'model', ruleId: 'rockstar' };
}

const draw = (rest: Partial<PairDrawing> = {}) =>
  drawPairs({
    postings,
    check,
    rewriteByPolicy: async (text) => [edit(text, 'skilled')],
    propose: async (text) => edit(text, 'keen'),
    random: createRandom(1),
    ...rest,
  });

const madeByModel = ({ modelSide, a, b }: Awaited<ReturnType<typeof draw>>[number]) =>
  modelSide === 'a' ? a : b;

it('draws sentences of the report part, each once, the model half of the time on either side', async () => {
  const pairs = await draw();
  expect(new Set(pairs.map(({ before }) => before)).size).toBe(comparedPairs);
  expect(pairs.filter(({ modelSide }) => modelSide === 'a')).toHaveLength(comparedPairs / 2);
  for (const pair of pairs) {
    const of = postings.find(({ text }) => text.includes(pair.before));
    expect(of && partOf(of.text)).toBe('report');
    expect(madeByModel(pair)).toBe(pair.before.replace('rockstar', 'keen'));
    expect([pair.a, pair.b]).toContain(pair.before.replace('rockstar', 'skilled'));
  }
});

it('repeats itself under a seed; another draws other sentences and sides', async () => {
  expect(await draw()).toEqual(await draw());
  const [one, two] = [await draw(), await draw({ random: createRandom(2) })];
  expect(two.map(({ id }) => id)).not.toEqual(one.map(({ id }) => id));
  expect(two.map(({ modelSide }) => modelSide)).not.toEqual(one.map(({ modelSide }) => modelSide));
});

it('shows the sentence as it stood for whoever offers nothing, and leaves out what both make alike', async () => {
  const offering = async (text: string) => (/[02468]\.$/.test(text) ? edit(text, 'skilled') : undefined);
  const pairs = await draw({ propose: offering });
  for (const pair of pairs) {
    expect(pair.before).toMatch(/[13579]\.$/);
    expect(madeByModel(pair)).toBe(pair.before);
  }
});

it('refuses with the number where there are too few, and a sentence that many postings share counts once', async () => {
  await expect(draw({ postings: postings.slice(0, 40) })).rejects.toThrow(
    /takes 50 sentences; there are \d+ that .* of \d+ flagged ones in postings/,
  );
  const shared = postings.map(({ text }) => ({ text: text.replace(/(rockstar developer) .*/, '$1.') }));
  await expect(draw({ postings: shared, rewriteByPolicy: async () => [] })).rejects.toThrow(
    /there are 1 that .* of 1 flagged ones/,
  );
});
