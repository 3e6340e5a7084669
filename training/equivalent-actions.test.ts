import { describe, expect, it } from 'vitest';
import { applyEdits } from '../shared/edits/apply-edits.ts';
import { equivalentOptions } from '../shared/edits/equivalent-options.ts';
import { createRandom } from '../shared/random.ts';
import { createActionSpace, editsOf, keepAll } from './actions.ts';
import { createPolicyRewriter } from './policy-rewriter.ts';
import { sparing } from './span-policy/best-of-n.ts';
import { curatedAll } from './span-policy/curated-all.ts';
import { editFeatures } from './span-policy/edit-features.ts';
import { noEffects, predictOriginal } from './span-policy/effect-model.ts';
import type { PolicyModel } from './span-policy/softmax-policy.ts';
import { surroundingWords } from './span-policy/surrounding-words.ts';

const text = 'You use our tills. You assist customers with returns. We use our vans.';
const space = createActionSpace(text, [], [], equivalentOptions(text));
const requirements = { skills: [], optionalSkills: [], licences: [] };
const task = { id: 'posting', requirements, space };

describe('equivalent wording as actions', () => {
  it('is one slot a wording, exchanged in all its places', () => {
    expect(space.slots.map(({ ruleId, category }) => [ruleId, category])).toEqual([
      ['equivalent/use', 'equivalent'],
      ['equivalent/help-people', 'equivalent'],
    ]);
    expect(applyEdits(text, editsOf(space, [1, 0]))).toBe(
      'You utilize our tills. You assist customers with returns. We utilize our vans.',
    );
  });

  it('is pooled over what is put in and what is taken out, in whatever form', () => {
    const [, help] = space.slots;
    expect(help?.actions.slice(1).map((action) => editFeatures(help, action))).toEqual([
      ['equivalent', 'equivalent from assist~', 'equivalent to help~', 'assist~ → help~'],
      ['equivalent', 'equivalent from assist~', 'equivalent to support~', 'assist~ → support~'],
    ]);
  });

  it('is no curated suggestion', async () => {
    const situation = { task, episode: undefined, random: createRandom(1) };
    expect(await curatedAll.decide(situation)).toEqual(keepAll(space));
  });

  it('mostly stays where rewrites are drawn', () => {
    const random = createRandom(1);
    const drawn = Array.from({ length: 400 }, () => sparing(space, random));
    const exchanged = drawn.flat().filter((action) => action > 0).length;
    expect(exchanged).toBeGreaterThan(0);
    expect(exchanged).toBeLessThan(0.25 * drawn.flat().length);
  });

  it('is read with the other words of a posting and explains nothing as flagged wording', () => {
    const without = createActionSpace(text, []);
    expect(surroundingWords(space)).toEqual(surroundingWords(without));
    const effects = { ...noEffects, dimensions: ['group/0'], edits: { equivalent: [1] } };
    expect([...predictOriginal(effects, task)]).toEqual([0]);
  });
});

describe('the policy in force', () => {
  const rewrite = async (policy: PolicyModel | undefined) => {
    const rewriter = createPolicyRewriter({
      readRequirements: () => requirements,
      findings: () => [],
      statements: [],
      policy,
    });
    return (await rewriter.rewrite(text)).text;
  };

  it('exchanges what it has learned to exchange', async () => {
    const weights = { equivalent: -1, 'equivalent to help~': 9 };
    expect(await rewrite({ effects: noEffects, weights })).toBe(text.replace('assist', 'help'));
  });

  it('exchanges nothing where it is from before there were equivalents, whatever its other weights say', async () => {
    expect(await rewrite({ effects: noEffects, weights: { edit: 9 } })).toBe(text);
  });

  it('exchanges nothing where there is none', async () => {
    expect(await rewrite(undefined)).toBe(text);
  });
});
