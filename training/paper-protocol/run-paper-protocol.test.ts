import { describe, expect, it } from 'vitest';
import { wordDiff } from '../../shared/edits/word-diff.ts';
import { createRandom } from '../../shared/random.ts';
import { createActionSpace } from '../actions.ts';
import { curatedAll } from '../span-policy/curated-all.ts';
import { greedy } from '../span-policy/greedy.ts';
import { keep } from '../span-policy/keep.ts';
import { toyMarket } from '../toy-market.fixture.ts';
import { paperEvaluationSchema } from './record.ts';
import { type PaperProtocolOptions, runPaperProtocol } from './run-paper-protocol.ts';

const market = toyMarket({ size: 900, seed: 7 });
const topics = createRandom(7).shuffle(Array.from({ length: 600 }, (_, i) => `topic${i}`));
const posting = (i: number) => {
  const text = `You dominate the ledger. ${topics.slice(30 * i, 30 * i + 30).join(' ')}`;
  const edit = { start: 4, end: 12, before: 'dominate', after: 'lead', source: 'curated' as const };
  const span = { start: 4, end: 12, ruleId: 'masculine/dominate', category: 'masculine' as const };
  return {
    task: {
      id: `job-${i}`,
      requirements: { occupation: 'clerk', skills: [], optionalSkills: [], licences: [] },
      space: createActionSpace(text, [{ ...span, options: [edit] }]),
    },
  };
};

const options: PaperProtocolOptions = {
  recommender: market.recommenderOf('searched', 1.5),
  others: [market.recommenderOf('other', 0.5)],
  pool: market.pool,
  attributes: market.attributes,
  postings: [...Array.from({ length: 20 }, (_, i) => posting(i)), posting(3)],
  methods: [
    { ...keep, name: 'original' },
    curatedAll,
    greedy({ budget: 8 }),
    {
      name: 'careless',
      rewrite: async ({ space: { text } }) =>
        wordDiff(text, text.replace('the ledger', 'the ledger for $90,000'), 'model'),
    },
  ],
  absent: [{ method: 'language model', why: 'none was given' }],
  audit: { findings: () => [], grammar: undefined },
  k: 50,
  salt: 'test',
  seed: 1,
  random: createRandom(1),
  synthetic: true,
  permutations: 99,
  resamples: 50,
};

describe('paper protocol', () => {
  it('reads every method with every encoder, on distinct unseen postings and report candidates', async () => {
    const evaluation = paperEvaluationSchema.parse(await runPaperProtocol(options));
    expect(evaluation.postings).toMatchObject({ given: 21, distinct: 20 });
    expect(evaluation.candidates.report).toBeLessThan(evaluation.candidates.all);
    expect(evaluation.rows.map(({ method, encoder }) => `${method}, ${encoder}`)).toEqual(
      ['original', 'curated-all', 'greedy-8', 'careless'].flatMap((method) => [
        `${method}, searched`,
        `${method}, other`,
      ]),
    );
    const row = (method: string) => evaluation.rows.find((one) => one.method === method)!;
    expect(row('original').correctedQ.change).toBeNull();
    expect(row('curated-all').correctedQ.change!.mean).toBeGreaterThan(10);
    expect(row('careless').correctedQ.change!.mean).toBe(0);
    const ratios = row('original').impactRatios[0]!;
    expect(ratios.groups.map(({ group }) => group)).toEqual(['first', 'second']);
    expect(ratios.belowFourFifths.null).toBeGreaterThan(0.2);
    expect(evaluation.corrected.find(({ method }) => method === 'curated-all')!.excessGap.after).toBeLessThan(
      evaluation.corrected[0]!.excessGap.before,
    );
  });

  it('counts the facts that a writing method broke, and none of a method of ours', async () => {
    const { audits, absent, postings } = await runPaperProtocol(options);
    const broken = Object.fromEntries(audits.map(({ method, factsBroken }) => [method, factsBroken]));
    expect(broken).toEqual({ original: 0, 'curated-all': 0, 'greedy-8': 0, careless: postings.unseen });
    expect(absent).toEqual(options.absent);
  });

  it('gives the same figures for the same seed', async () => {
    const run = () => runPaperProtocol({ ...options, methods: options.methods.slice(0, 2) });
    expect(await run()).toEqual(await run());
  });
});
