import type { ModelCard } from './deployed-models.ts';

const better = { difference: 0.2, interval: { lower: 0.1, upper: 0.3 } };

/** The card of a model that is better than its base and than the policy. */
export const modelCard = (name: string): ModelCard => ({
  name,
  base: 'small:1b',
  baseDigest: 'a',
  digest: 'b',
  bytes: 10,
  data: { postings: 3, hash: 'c' },
  listMeasured: false,
  verdict: 'better',
  record: {
    seed: 1,
    tasks: { train: 12, select: 12, report: 12 },
    curve: [],
    bestRound: 1,
    select: { base: 0.1, tuned: 0.3 },
    report: { base: 0.1, tuned: 0.3, ...better },
    policy: { mean: 0.1, ...better },
  },
});
