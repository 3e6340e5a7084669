import type { LabelCategory } from '../../protocol/finding.ts';
import type { Rule } from '../rule.ts';

/** What labels need of a rule's match. */
export interface LabelHit {
  readonly rule: Pick<Rule, 'id' | 'category' | 'polarity' | 'labels'>;
  readonly guardedBy?: string;
}

/** How often documents of the labelled data in which a rule matched have the label of one category. */
export interface RuleRates {
  /** Share of all documents that have the label. */
  readonly usual: number;
  /** By `rateKey`; a rule that is not here says nothing. */
  readonly rules: Readonly<Record<string, number>>;
}

/** A match that a guard set off says something else than one that stands. */
export function rateKey({ rule, guardedBy }: LabelHit): string {
  return guardedBy === undefined ? rule.id : `${rule.id} guarded`;
}

/** Whether a match has anything to say of a category. */
export function concerns({ rule }: LabelHit, category: LabelCategory): boolean {
  return rule.category === category || rule.labels === category;
}

/**
 * Log odds of the label by the most telling rule that matched, and by all of them as if each told for itself (noisy-or); those of
 * the usual share where no rule is known.
 */
export function rateFeatures(
  category: LabelCategory,
  hits: readonly LabelHit[],
  { usual, rules }: RuleRates,
): [number, number] {
  const keys = new Set(hits.filter((hit) => concerns(hit, category)).map(rateKey));
  const rates = [...keys].flatMap((key) => rules[key] ?? []);
  if (rates.length === 0) return [logOdds(usual), logOdds(usual)];
  const none = rates.reduce((product, rate) => product * (1 - rate), 1);
  return [logOdds(Math.max(...rates)), logOdds(1 - none)];
}

function logOdds(share: number): number {
  const bounded = Math.min(0.999, Math.max(0.001, share));
  return Math.log(bounded / (1 - bounded));
}
