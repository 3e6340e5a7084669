import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashText } from '../../shared/hash.ts';
import { chooseProposal } from './choose-proposal.ts';

const proposal = (name: string, after: string) => ({
  name,
  edits: [{ start: 0, end: 1, before: 'a', after, source: 'curated' as const }],
});
const [policy, curated] = [proposal('policy', 'b'), proposal('curated', 'c')];
const off = { exploring: false, seed: 1 };

describe('the proposal that is shown', () => {
  it('is the first with certainty while nobody explores, and its log holds no word', () => {
    const { logged, ...chosen } = chooseProposal('a secret', [policy, curated], off);
    expect(chosen).toEqual({ proposal: policy, rewritten: 'b secret' });
    expect(logged).toEqual({
      shown: 'policy',
      propensities: { policy: 1 },
      originalHash: hashText('a secret'),
      proposedHash: hashText('b secret'),
    });
  });

  it('is drawn evenly where an analyst said so, always the same for one text', () => {
    let first = 0;
    fc.assert(
      fc.property(fc.string(), (rest) => {
        const choose = () => chooseProposal(`a${rest}`, [policy, curated], { exploring: true, seed: 1 });
        const { logged, proposal: shown } = choose();
        expect(choose().proposal).toBe(shown);
        expect(logged?.shown).toBe(shown.name);
        expect(logged?.propensities).toEqual({ policy: 0.5, curated: 0.5 });
        if (shown === policy) first += 1;
      }),
      { numRuns: 400, seed: 1 },
    );
    expect(first).toBeGreaterThan(140);
    expect(first).toBeLessThan(260);
  });

  it('has no rival that gives the same text', () => {
    const same = chooseProposal('a', [policy, proposal('curated', 'b')], { exploring: true, seed: 1 });
    expect(same.logged?.propensities).toEqual({ policy: 1 });
  });

  it('is not logged where there is nothing to show, and is where keeping the text was drawn', () => {
    const keep = { name: 'policy', edits: [] };
    expect(chooseProposal('a', [keep], off).logged).toBeUndefined();
    expect(chooseProposal('a', [keep, curated], { exploring: true, seed: 1 }).logged).toBeDefined();
    expect(() => chooseProposal('a', [], off)).toThrow('no proposal');
  });
});
