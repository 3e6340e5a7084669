import type { Random } from '../../shared/random.ts';
import type { ShownProposal } from './proposal.ts';

/**
 * Chooses which proposal is shown. Without exploration the first, always. With it each with equal probability: the caller
 * lists only proposals that the recruiter would see anyway, so nobody is shown a wording for the sake of learning.
 * @param proposals names, best guess first
 * @throws RangeError on an empty or repeated list
 */
export function drawProposal(
  proposals: readonly string[],
  { exploring, random }: { readonly exploring: boolean; readonly random: Random },
): ShownProposal {
  const [first] = proposals;
  if (first === undefined) throw new RangeError('there is no proposal to show; list at least one');
  if (new Set(proposals).size < proposals.length)
    throw new RangeError(`a proposal is listed twice among ${proposals.join(', ')}`);
  if (!exploring) return { propensities: { [first]: 1 }, shown: first };
  return {
    propensities: Object.fromEntries(proposals.map((name) => [name, 1 / proposals.length])),
    shown: proposals[random.integer(proposals.length)] ?? first,
  };
}
