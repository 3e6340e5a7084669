import type { Labels, MatchList } from './match-list.ts';

/** Number of people of each group among the members. */
export function groupCounts(members: ArrayLike<number>, { codes, groupCount }: Labels): Float64Array {
  const counts = new Float64Array(groupCount);
  for (let j = 0; j < members.length; j += 1) {
    const group = codes[members[j] as number] as number;
    counts[group] = (counts[group] as number) + 1;
  }
  return counts;
}

/**
 * Signed gap of each group, `delta_g = p_g - d_g`: its weighted share in the list less its share among those who meet the
 * requirements. In [-1, 1]; the groups sum to 0.
 */
export function signedGaps(list: MatchList, labels: Labels): Float64Array {
  const { members, weights } = list;
  const gaps = new Float64Array(labels.groupCount);
  const even = 1 / members.length;
  for (let j = 0; j < members.length; j += 1) {
    const group = labels.codes[members[j] as number] as number;
    gaps[group] = (gaps[group] as number) + (weights[j] as number) - even;
  }
  return gaps;
}

/** Signed gap of each group, averaged over the postings. */
export function meanSignedGaps(lists: readonly MatchList[], labels: Labels): Float64Array {
  const mean = new Float64Array(labels.groupCount);
  for (const list of lists) {
    const gaps = signedGaps(list, labels);
    for (let g = 0; g < gaps.length; g += 1)
      mean[g] = (mean[g] as number) + (gaps[g] as number) / lists.length;
  }
  return mean;
}

/** Total variation, `1/2 sum_g |delta_g|`, in [0, 1]: the share of the list that differs. Has a floor even without bias. */
export function totalVariation(gaps: Float64Array): number {
  return gaps.reduce((sum, gap) => sum + Math.abs(gap), 0) / 2;
}
