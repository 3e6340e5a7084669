import { describe, expect, it } from 'vitest';
import type { Finding, Severity } from '../../shared/protocol/finding.ts';
import { createPolicyRewriter, type Market } from '../../training/policy-rewriter.ts';
import { noEffects } from '../../training/span-policy/effect-model.ts';
import { createToyWorld, toyTerms } from './toy-world.ts';

const world = createToyWorld({ seed: 5, candidates: 5000, postings: 8, skew: 0.6 });
const market: Market = {
  ...world,
  attributes: [world.attribute],
  readRequirements: (text) =>
    world.postings.find(({ space }) => space.text === text)?.requirements ?? nothing,
  salt: 'toy',
  synthetic: true,
};
const nothing = { skills: [], optionalSkills: [], licences: [] };

const findingsOf =
  (severity: Severity) =>
  (text: string): Finding[] =>
    toyTerms(text).map(({ start, term, suggestions }) => ({
      start,
      end: start + term.length,
      text: term,
      ruleId: `toy/${term}`,
      category: 'masculine',
      polarity: 'excludes',
      severity,
      evidence: { grade: 'lab', source: 'toy' },
      message: 'This wording may narrow who is matched.',
      suggestions: [...suggestions],
    }));

const rewriter = (options: Partial<Parameters<typeof createPolicyRewriter>[0]> = {}) =>
  createPolicyRewriter({
    market,
    findings: findingsOf('coded'),
    statements: [],
    measuring: true,
    optimising: true,
    seed: 1,
    ...options,
  });
const text = world.postings[0]!.space.text;

describe('policy rewriter', () => {
  it('brings the list closer far more often than further, and the verdict says which', async () => {
    const verdicts: string[] = [];
    for (const { space } of world.postings) {
      const one = rewriter();
      const { text: rewritten } = await one.rewrite(space.text);
      const estimate = await one.estimateChange(space.text, rewritten);
      expect(estimate.synthetic).toBe(true);
      verdicts.push(estimate.verdict);
    }
    expect(verdicts).not.toContain('not-enough-data');
    const count = (verdict: string) => verdicts.filter((one) => one === verdict).length;
    expect(count('closer')).toBeGreaterThan(2 * count('further'));
  });

  it('never puts back wording that excludes, whatever the list says', async () => {
    const { text: rewritten, edits } = await rewriter({ findings: findingsOf('exclusionary') }).rewrite(text);
    expect(edits.length).toBe(findingsOf('coded')(text).length);
    expect(toyTerms(rewritten)).toEqual([]);
  });

  it('starts from the promoted policy, which may keep coded wording but nothing that excludes', async () => {
    const policy = { effects: noEffects, weights: { 'keep in masculine': 100 } };
    const small = { ...market, pool: { ...market.pool, clusters: market.pool.ids.map(() => 'one person') } };
    const kept = await rewriter({ policy, market: small }).rewrite(text);
    expect(kept.edits).toEqual([]);
    expect(kept.notes[0]).toContain('not enough data');
    const excluding = await rewriter({ policy, findings: findingsOf('exclusionary') }).rewrite(text);
    expect(toyTerms(excluding.text)).toEqual([]);
  });

  it('gives curated suggestions and no verdict where it may not or cannot measure', async () => {
    for (const options of [{ market: undefined }, { optimising: false }, { measuring: false }]) {
      const { edits, notes } = await rewriter(options).rewrite(text);
      expect(edits.map(({ after }) => after)).toEqual(findingsOf('coded')(text).map((f) => f.suggestions[0]));
      expect(notes[0]).toContain('curated');
    }
    for (const options of [{ market: undefined }, { measuring: false }]) {
      const estimate = await rewriter(options).estimateChange(text, text);
      expect(estimate.verdict).toBe('not-enough-data');
    }
  });

  it('says that nothing moved when nothing was changed, and gives the same rewrite twice', async () => {
    const estimate = await rewriter().estimateChange(text, text);
    expect(estimate).toMatchObject({ verdict: 'no-measurable-change', relevanceChange: 0 });
    expect(await rewriter().rewrite(text)).toEqual(await rewriter().rewrite(text));
  });

  it('stops when it is told to', async () => {
    const stopped = AbortSignal.abort();
    const recommender = {
      ...world.recommender,
      score: async (texts: readonly string[], signal?: AbortSignal) => {
        signal?.throwIfAborted();
        return world.recommender.score(texts);
      },
    };
    await expect(rewriter({ market: { ...market, recommender } }).rewrite(text, stopped)).rejects.toThrow(
      'abort',
    );
  });
});
