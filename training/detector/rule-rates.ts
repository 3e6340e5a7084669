import { byCategory } from '../../shared/detection/classifier/model.ts';
import { concerns, type RuleRates, rateKey } from '../../shared/detection/classifier/rule-rates.ts';
import type { LabelCategory } from '../../shared/protocol/finding.ts';
import type { TrainingDocument } from './training-set.ts';

/** As many documents of the usual share are added to each rule's own, so that few matches say little (additive smoothing). */
const prior = 2;

/** How often each rule's matches stand in documents with the label, by category. */
export function fitRuleRates(
  documents: readonly TrainingDocument[],
): Readonly<Record<LabelCategory, RuleRates>> {
  return byCategory((category) => ratesOf(category, documents));
}

function ratesOf(category: LabelCategory, documents: readonly TrainingDocument[]): RuleRates {
  const counts = new Map<string, { all: number; labelled: number }>();
  let labelled = 0;
  for (const { labels, hits } of documents) {
    const has = Number(labels.has(category));
    labelled += has;
    for (const key of new Set(hits.filter((hit) => concerns(hit, category)).map(rateKey))) {
      const known = counts.get(key) ?? { all: 0, labelled: 0 };
      counts.set(key, { all: known.all + 1, labelled: known.labelled + has });
    }
  }
  const usual = rounded(labelled / Math.max(1, documents.length));
  const rules = [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, count]) => [key, rounded((count.labelled + prior * usual) / (count.all + prior))]);
  return { usual, rules: Object.fromEntries(rules) };
}

function rounded(share: number): number {
  return Math.round(share * 1e3) / 1e3;
}
