import { type LabelCategory, labelCategories } from '../protocol/finding.ts';
import { learnedLabels } from './classifier/classify.ts';
import { layoutOf } from './classifier/layout.ts';
import type { Classifier } from './classifier/model.ts';
import type { Hit, ScannedDocument } from './document.ts';

/** Document-level verdict: what the learned layer makes of the sentences, the rules' matches and the layout. */
export function labelsOf({ text, scans, hits }: ScannedDocument, classifier: Classifier): LabelCategory[] {
  const sentences = scans.flatMap(({ cues }) => cues ?? []);
  return learnedLabels(classifier, { sentences, hits, length: text.length, layout: layoutOf(text) });
}

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
