import type { AttributeColumn } from '../recommender.ts';
import { areBands } from './corrected-q.ts';
import type { PaperEvaluation } from './record.ts';

export type Target = PaperEvaluation['targets'][number];

/**
 * What the paper aims at: equal shares for an attribute of two groups (its gender), else the shares among the candidates
 * (its regions). Our own reference is the qualified pool; this one is kept so that both forms of q differ in the distance alone.
 */
export function paperTarget({ name, groups, codes }: AttributeColumn): Target {
  const counts = new Float64Array(groups.length);
  for (const code of codes) if (code >= 0) counts[code] = (counts[code] as number) + 1;
  const known = counts.reduce((sum, count) => sum + count, 0);
  const equal = groups.length === 2;
  return {
    attribute: name,
    ordered: areBands(groups),
    from: equal ? 'equal shares' : 'share among the candidates',
    groups: groups.map((group, g) => ({ group, share: equal ? 0.5 : (counts[g] ?? 0) / known })),
  };
}
