import { describe, expect, it } from 'vitest';
import type { Hit } from '../../shared/detection/document.ts';
import { lexicon } from '../../shared/lexicon/lexicon.ts';
import type { LabelCategory } from '../../shared/protocol/finding.ts';
import { fitRuleRates } from './rule-rates.ts';
import type { TrainingDocument } from './training-set.ts';

const rule = lexicon.find(({ id }) => id === 'age/young-person');

function document(labels: readonly LabelCategory[], matches: number): TrainingDocument {
  const hit = { rule, start: 0, end: 5, suggestions: [], sentence: 0 } as unknown as Hit;
  return {
    fold: 0,
    synthetic: false,
    labels: new Set(labels),
    byRules: new Set(),
    sentences: [],
    hits: Array.from({ length: matches }, () => hit),
    length: 100,
    layout: [],
  };
}

describe('fitRuleRates', () => {
  const rates = fitRuleRates([document(['age'], 2), document(['age'], 1), document([], 1), document([], 0)]);

  it('counts a document once a rule and draws few matches towards the usual share', () => {
    expect(rates.age.usual).toBe(0.5);
    expect(rates.age.rules['age/young-person']).toBe(0.6);
  });

  it('knows nothing of rules that no document holds, nor of other categories', () => {
    expect(Object.keys(rates.age.rules)).toEqual(['age/young-person']);
    expect(rates.racial).toEqual({ usual: 0, rules: {} });
  });
});
