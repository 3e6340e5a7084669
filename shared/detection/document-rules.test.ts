import { describe, expect, it } from 'vitest';
import type { Finding } from '../protocol/finding.ts';
import { createDetector } from './detector.ts';
import { inJurisdiction } from './jurisdiction.ts';
import { withoutOverlaps } from './overlaps.ts';
import { pointsBySeverity, scoreFindings } from './score.ts';

const detector = createDetector();
const posting = (text: string) => ({ id: 'one', title: 'Cook', sections: [{ text }] });
const finding = (more: Partial<Finding>): Finding => ({
  start: 0,
  end: 4,
  text: 'text',
  ruleId: 'age/a',
  category: 'age',
  polarity: 'excludes',
  severity: 'coded',
  evidence: { grade: 'style', source: 'Test (2024)' },
  message: 'This may be read in two ways.',
  suggestions: [],
  ...more,
});

describe('the load of requirements', () => {
  const lines = (count: number) =>
    Array.from({ length: count }, (_, n) => `- Knowledge of tool ${n}`).join('\n');
  const load = (text: string) =>
    detector.checkPosting(posting(text)).findings.filter(({ ruleId }) => ruleId === 'requirements/load');

  it('is a question when a posting lists more than ten must-haves', () => {
    expect(load(lines(11))).toMatchObject([{ start: 0, end: 0, text: '', requirementQuestion: true }]);
    expect(load(lines(10))).toEqual([]);
  });

  it('does not count what is welcome but not needed', () => {
    expect(load(lines(11).replaceAll('tool', 'tool, preferred,'))).toEqual([]);
  });
});

describe('a long sentence', () => {
  const long = (words: number) => `${Array.from({ length: words }, () => 'word').join(' ')}.`;
  const found = (text: string) =>
    detector.check(text).findings.filter(({ ruleId }) => ruleId === 'readability/long-sentence');

  it('is noted above forty words, without a mark', () => {
    expect(found(long(41))).toMatchObject([{ polarity: 'neutral', text: long(41) }]);
    expect(found(long(40))).toEqual([]);
  });

  it('is left alone where it is legal text', () => {
    expect(found(`We are an equal opportunity employer and ${long(41)}`)).toEqual([]);
  });
});

describe('the score', () => {
  it('adds up: points by severity, half for each repetition of a rule', () => {
    const findings = [
      finding({}),
      finding({ start: 9 }),
      finding({ ruleId: 'age/b', severity: 'exclusionary' }),
    ];
    const { value, losses } = scoreFindings(findings);
    expect(losses.map(({ ruleIds, points }) => [ruleIds[0], points])).toEqual([
      ['age/b', pointsBySeverity.exclusionary],
      ['age/a', pointsBySeverity.coded * 1.5],
    ]);
    expect(value).toBe(100 - pointsBySeverity.exclusionary - pointsBySeverity.coded * 1.5);
  });

  it('stops at zero and still adds up', () => {
    const many = Array.from({ length: 12 }, (_, n) =>
      finding({ ruleId: `age/r${n}`, severity: 'unlawful-risk' }),
    );
    const { value, losses } = scoreFindings(many);
    expect(value).toBe(0);
    expect(losses.reduce((sum, { points }) => sum + points, 0)).toBe(100);
  });

  it('costs nothing for what does not exclude', () => {
    expect(scoreFindings([finding({ polarity: 'prefers' }), finding({ polarity: 'neutral' })]).value).toBe(
      100,
    );
  });
});

describe('overlapping findings', () => {
  it('keep the most severe of a category, and those of other categories', () => {
    const severe = finding({ ruleId: 'age/b', severity: 'exclusionary', start: 2, end: 5 });
    const other = finding({ ruleId: 'general/c', category: 'general', start: 3, end: 6 });
    expect(withoutOverlaps([finding({}), severe, other])).toEqual([severe, other]);
  });

  it('ask about the same requirement once', () => {
    const asked = finding({ requirementQuestion: true, start: 2, end: 5 });
    const again = finding({
      ...asked,
      category: 'requirements',
      ruleId: 'requirements/years',
      severity: 'style',
    });
    expect(withoutOverlaps([again, asked])).toEqual([asked]);
    const beside = { ...again, start: 5, end: 8 };
    expect(withoutOverlaps([beside, asked])).toEqual([asked, beside]);
  });
});

describe('jurisdictions', () => {
  const lawful = finding({ severity: 'unlawful-risk', jurisdictions: ['US', 'EU'] });

  it.each([[['US-CO']], [['DE']], [['UK', 'US']], [[]], [undefined]])('hold in %j', (chosen) => {
    expect(inJurisdiction(lawful, chosen)).toEqual(lawful);
  });

  it('elsewhere leave an exclusion without the risk of law', () => {
    const elsewhere = inJurisdiction(lawful, ['CA']);
    expect(elsewhere.severity).toBe('exclusionary');
    expect(elsewhere.jurisdictions).toBeUndefined();
  });
});
