import { leastPower } from '../../../shared/fairness/match-list/power.ts';
import type { ListVerdict } from '../../../shared/protocol/rewrite.ts';

/** Of the test, corrected over everything that is tested together. */
const level = 0.05;

/**
 * The word for a tested change of a gap. "No measurable change" is said only where a change that matters would have been
 * seen.
 * @param p two-sided, corrected over everything that is tested together
 * @param power chance to see a change that matters, in [0, 1]
 */
export function verdictOf({ change }: { readonly change: number }, p: number, power: number): ListVerdict {
  if (p <= level && change !== 0) return change < 0 ? 'closer' : 'further';
  return power >= leastPower ? 'no-measurable-change' : 'not-enough-data';
}
