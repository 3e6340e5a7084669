import { type LabelCategory, labelCategories } from '../protocol/finding.ts';
import type { Hit } from './document.ts';

/**
 * Document-level verdict of the rules alone: a category is named when a rule of it that speaks for itself (`labels` is not
 * false) matched and no guard set it off, whatever its polarity.
 */
export function labelsOfHits(hits: readonly Hit[]): LabelCategory[] {
  const named = new Set<string>();
  for (const { rule, guardedBy } of hits) {
    if (guardedBy === undefined && rule.labels !== false) named.add(rule.labels ?? rule.category);
  }
  return labelCategories.filter((category) => named.has(category));
}
