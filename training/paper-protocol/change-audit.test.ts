import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../shared/edits/apply-edits.ts';
import { wordDiff } from '../../shared/edits/word-diff.ts';
import type { Finding } from '../../shared/protocol/finding.ts';
import { auditChanges, copyRate } from './change-audit.ts';
import { loadGrammarChecker } from './grammar-checker.ts';

const rockstar = /rockstar/gi;
const findings = (text: string): Finding[] =>
  [...text.matchAll(rockstar)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
    text: found,
    ruleId: 'masculine/rockstar',
    category: 'masculine',
    polarity: 'excludes',
    severity: 'coded',
    evidence: { grade: 'lab', source: 'test' },
    message: 'test',
    suggestions: [],
  }));

const rewrite = (original: string, rewritten: string) => {
  const edits = wordDiff(original, rewritten, 'model');
  expect(applyEdits(original, edits)).toBe(rewritten);
  return { original, rewritten, edits, factsBroken: 0 };
};
const audit = (original: string, rewritten: string) =>
  auditChanges('test', [rewrite(original, rewritten)], { findings, grammar: undefined });

describe('change audit', () => {
  it('counts addresses that were changed, lost or made up', async () => {
    const text = 'Apply at https://example.com/jobs or mail jobs@example.com.';
    expect(await audit(text, text)).toMatchObject({ addressesChanged: 0, copyRate: 1, lengthChange: 0 });
    expect((await audit(text, text.replace('com/jobs', 'com/career'))).addressesChanged).toBe(2);
    expect((await audit(text, 'Apply at https://example.com/jobs.')).addressesChanged).toBe(1);
  });

  it('counts findings that the original has not, and not those it has', async () => {
    expect((await audit('A rockstar wanted.', 'A rockstar is wanted.')).newFindings).toBe(0);
    expect((await audit('An accountant wanted.', 'A rockstar wanted.')).newFindings).toBe(1);
  });

  it('measures how much of the original is left', () => {
    expect(copyRate('one two three four', 'one two three four five')).toBe(1);
    expect(copyRate('one two three four', 'one two')).toBeCloseTo(0.5, 12);
    expect(copyRate('one two', 'three four')).toBe(0);
  });

  it('says nothing of grammar without a checker, and counts only errors that were added', async () => {
    expect((await audit('You keeps books.', 'You keeps ledgers.')).grammarErrors).toBeNull();
    const grammar = { errors: async (text: string) => text.match(/keeps/g) ?? [] };
    const count = async (original: string, rewritten: string) =>
      (await auditChanges('test', [rewrite(original, rewritten)], { findings, grammar })).grammarErrors;
    expect(await count('You keeps books.', 'You keeps ledgers.')).toBe(0);
    expect(await count('You keep books.', 'You keeps ledgers.')).toBe(1);
  });
});

describe('grammar checker', () => {
  it('finds a mistake and leaves a good sentence alone', async (context) => {
    const checker = await loadGrammarChecker();
    if (checker === undefined) return context.skip('harper.js is not installed');
    expect(await checker.errors('You will be an accountant in our team.')).toEqual([]);
    expect(await checker.errors('You will be a accountant in our team.')).toHaveLength(1);
  });
});
