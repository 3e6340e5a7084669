import { requireCounts, tailAt } from './fisher-exact.ts';
import { hypergeometric } from './hypergeometric.ts';
import type { GroupCount } from './selection-rate.ts';

/**
 * How many selections would have to go to the other group, the total unchanged, before Fisher's two-sided p reaches
 * `alpha`: 0 when there is no significance to end. All margins stay, so p only rises on the way and halving finds it.
 * Source: OFCCP practice. Misuse: a small flip says that the finding is fragile, not that it is false.
 * @throws RangeError when counts are not whole.
 */
export function selectionsToEndSignificance(group: GroupCount, reference: GroupCount, alpha = 0.05): number {
  requireCounts(group);
  requireCounts(reference);
  const { first, probabilities } = hypergeometric(
    group.n + reference.n,
    group.selected + reference.selected,
    group.n,
  );
  const start = group.selected - first;
  const significant = (index: number) => tailAt(probabilities, index).p < alpha;
  if (!significant(start)) return 0;
  const expected = (group.n * (group.selected + reference.selected)) / (group.n + reference.n) - first;
  const direction = start < expected ? 1 : -1;
  let low = 0;
  let high = Math.ceil(Math.abs(expected - start)) + 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (significant(start + direction * middle)) low = middle;
    else high = middle;
  }
  return high;
}

/**
 * Whether one selection going the other way would turn around which group has the higher rate: then the numbers are
 * too small to read a ratio from. Source: Questions and Answers on the UGESP (1979), number 21.
 */
export function reversesWithOnePerson(group: GroupCount, reference: GroupCount): boolean {
  const difference = (moved: number) =>
    (group.selected + moved) / group.n - (reference.selected - moved) / reference.n;
  const now = difference(0);
  return now < 0 ? difference(1) > 0 : now > 0 && difference(-1) < 0;
}
