import { describe, expect, it } from 'vitest';
import { scanDocument } from '../detection/document.ts';
import { defaultGuards, guards } from '../detection/guards/guards.ts';
import type { Rule } from '../detection/rule.ts';
import { compileScanner } from '../detection/scan.ts';
import { lexicon } from './lexicon.ts';
import { wordClasses } from './word-classes.ts';

const scan = compileScanner(lexicon, guards, wordClasses);
const found = (text: string, ruleId: string) =>
  scanDocument(text, scan).hits.some(({ rule, guardedBy }) => rule.id === ruleId && guardedBy === undefined);

describe.each(lexicon)('$id', (rule) => {
  it.each(rule.flags)('flags: %s', (sentence) => {
    expect(found(sentence, rule.id)).toBe(true);
  });

  it.each(rule.passes)('passes: %s', (sentence) => {
    expect(found(sentence, rule.id)).toBe(false);
  });
});

describe('the lexicon', () => {
  it('names every rule once, by its category', () => {
    expect(new Set(lexicon.map(({ id }) => id)).size).toBe(lexicon.length);
    expect(lexicon.filter(({ id, category }) => !id.startsWith(`${category}/`))).toEqual([]);
  });

  it('uses every guard', () => {
    const named = new Set([...defaultGuards, ...lexicon.flatMap(({ guards: own = [] }: Rule) => own)]);
    expect(guards.map(({ name }) => name).filter((name) => !named.has(name))).toEqual([]);
  });

  it('offers no edit where the mend would change a requirement', () => {
    const offering = lexicon.filter(
      ({ requirementQuestion, suggestions }) => requirementQuestion && suggestions?.length,
    );
    expect(offering.map(({ id }) => id)).toEqual([]);
  });
});
