import { describe, expect, it } from 'vitest';
import { type LabelHit, rateFeatures, rateKey } from './rule-rates.ts';

const hit = (id: string, guardedBy?: string): LabelHit => ({
  rule: { id, category: 'age' },
  ...(guardedBy === undefined ? {} : { guardedBy }),
});
const rates = { usual: 0.1, rules: { 'age/young': 0.5, 'age/young guarded': 0.2, 'age/limit': 0.8 } };
const logOdds = (share: number) => Math.log(share / (1 - share));

describe('rateFeatures', () => {
  it('are the usual share where no rule is known', () => {
    const usual = [logOdds(0.1), logOdds(0.1)];
    expect(rateFeatures('age', [], rates)).toEqual(usual);
    expect(rateFeatures('age', [hit('age/of-a-pack')], rates)).toEqual(usual);
    expect(rateFeatures('general', [hit('age/young')], rates)).toEqual(usual);
  });

  it('take the most telling rule, and all of them together, each once', () => {
    const [most, together] = rateFeatures(
      'age',
      [hit('age/young'), hit('age/young'), hit('age/limit')],
      rates,
    );
    expect(most).toBeCloseTo(logOdds(0.8));
    expect(together).toBeCloseTo(logOdds(1 - 0.5 * 0.2));
  });

  it('tell a match that a guard set off from one that stands', () => {
    expect(rateKey(hit('age/young', 'negation'))).not.toBe(rateKey(hit('age/young')));
    expect(rateFeatures('age', [hit('age/young', 'negation')], rates)[0]).toBeCloseTo(logOdds(0.2));
  });

  it('count a rule for the category that it labels as well', () => {
    const other: LabelHit = { rule: { id: 'racial/religion', category: 'racial', labels: 'general' } };
    const known = { usual: 0.1, rules: { 'racial/religion': 0.7 } };
    expect(rateFeatures('general', [other], known)[0]).toBeCloseTo(logOdds(0.7));
  });
});
