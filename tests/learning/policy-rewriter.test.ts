import { describe, expect, it } from 'vitest';
import { createPolicyRewriter } from '../../training/policy-rewriter.ts';
import { noEffects } from '../../training/span-policy/effect-model.ts';
import { createToyWorld, toyFindings, toyTerms } from './toy-world.ts';

const world = createToyWorld({ seed: 5, candidates: 10, postings: 8 });

const rewriter = (options: Partial<Parameters<typeof createPolicyRewriter>[0]> = {}) =>
  createPolicyRewriter({
    readRequirements: () => ({ skills: [], optionalSkills: [], licences: [] }),
    findings: toyFindings('coded'),
    statements: [],
    policy: undefined,
    ...options,
  });
const text = world.postings[0]!.space.text;
const keeping = { effects: noEffects, weights: { 'keep in masculine': 100 } };

describe('policy rewriter', () => {
  it('gives the first curated suggestions while no policy is in force', async () => {
    const { edits, notes } = await rewriter().rewrite(text);
    expect(edits.map(({ after }) => after)).toEqual(toyFindings('coded')(text).map((f) => f.suggestions[0]));
    expect(notes).toEqual(['No learned policy is in use yet; these suggestions come from the word list.']);
  });

  it('follows the policy in force, which may keep coded wording, and says what it kept', async () => {
    const { edits, notes } = await rewriter({ policy: keeping }).rewrite(text);
    expect(edits).toEqual([]);
    for (const { term } of toyTerms(text)) expect(notes[1]).toContain(`“${term}”`);
  });

  it('never keeps wording that excludes, whatever the policy prefers', async () => {
    for (const policy of [undefined, keeping]) {
      const options = { policy, findings: toyFindings('exclusionary') };
      expect(toyTerms((await rewriter(options).rewrite(text)).text)).toEqual([]);
    }
  });
});
