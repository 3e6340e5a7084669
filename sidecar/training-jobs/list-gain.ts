import type { Edit } from '../../shared/protocol/edit.ts';
import type { Random } from '../../shared/random.ts';
import { createActionSpace } from '../../training/actions.ts';
import { createEnvironment } from '../../training/environment.ts';
import { splitCandidates } from '../../training/folds.ts';
import type { Market } from '../../training/policy-rewriter.ts';

/** What one edit of a posting does to the match list: the change of the design's reward on the optimise part. */
export type ListGain = (text: string, edit: Edit, signal: AbortSignal) => Promise<number>;

/** The same environment and the same part of the candidates as the span policy learns from. 0 where nothing can be measured. */
export function createListGain(market: Market, random: Random): ListGain {
  const { optimise } = splitCandidates(market.pool, market.salt);
  const environment = createEnvironment({ ...market, members: optimise, random });
  return async (text, edit, signal) => {
    const { start, end, ruleId = 'model' } = edit;
    const span = { start, end, ruleId, category: 'general', options: [edit] } as const;
    const space = createActionSpace(text, [span]);
    if (space.slots.length === 0) return 0;
    const requirements = market.readRequirements(text);
    const episode = await environment.open({ id: ruleId, requirements, space }, signal);
    const [changed] = (await episode?.score([[1]], signal)) ?? [];
    return episode && changed ? changed.reward - episode.original.reward : 0;
  };
}
