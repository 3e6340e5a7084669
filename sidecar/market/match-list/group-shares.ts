import type { Labels, ListChange } from '../../../shared/fairness/match-list/match-list.ts';
import { type Interval, twoWayBootstrap } from '../../../shared/fairness/match-list/two-way-bootstrap.ts';
import type { Random } from '../../../shared/random.ts';

/** Shares of one group, averaged over the postings: of those who meet the requirements, and of the list. In [0, 1]. */
export interface GroupShare {
  readonly pool: number;
  readonly before: number;
  readonly after: number;
  readonly beforeInterval: Interval | undefined;
  readonly afterInterval: Interval | undefined;
}

export interface GroupShareOptions {
  /** Number of candidates in the whole pool. */
  readonly candidates: number;
  readonly random: Random;
  readonly signal: AbortSignal;
}

/** Mean shares of one group with their intervals; postings and candidates are resampled. */
export function groupShare(
  changes: readonly ListChange[],
  labels: Labels,
  group: number,
  { candidates, random, signal }: GroupShareOptions,
): GroupShare {
  const once = new Float64Array(candidates).fill(1);
  const all = Int32Array.from(changes.keys());
  const isIn = (member: number) => labels.codes[member] === group;
  const mean = (weightsOf: WeightsOf) => meanShare(changes, weightsOf, isIn, all, once);
  const interval = (label: string, weightsOf: WeightsOf) =>
    twoWayBootstrap((drawn, times) => meanShare(changes, weightsOf, isIn, drawn, times), {
      postings: changes.length,
      candidates,
      random: random.fork(label),
      signal,
    });
  return {
    pool: mean(evenly),
    before: mean(before),
    after: mean(after),
    beforeInterval: interval('before', before),
    afterInterval: interval('after', after),
  };
}

type WeightsOf = (change: ListChange) => ArrayLike<number> | undefined;
const evenly: WeightsOf = () => undefined;
const before: WeightsOf = (change) => change.before;
const after: WeightsOf = (change) => change.after;

/** NaN when a resample has nobody in any of the lists. */
function meanShare(
  changes: readonly ListChange[],
  weightsOf: WeightsOf,
  isIn: (member: number) => boolean,
  drawn: Int32Array,
  times: Float64Array,
): number {
  const shares = changes.map((change) => {
    const weights = weightsOf(change);
    let total = 0;
    let inGroup = 0;
    for (let j = 0; j < change.members.length; j += 1) {
      const member = change.members[j] ?? 0;
      const weight = (weights?.[j] ?? 1) * (times[member] ?? 0);
      total += weight;
      if (isIn(member)) inGroup += weight;
    }
    return total === 0 ? undefined : inGroup / total;
  });
  let sum = 0;
  let count = 0;
  for (const posting of drawn) {
    const share = shares[posting];
    if (share === undefined) continue;
    sum += share;
    count += 1;
  }
  return count === 0 ? Number.NaN : sum / count;
}
