import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createDetector } from './detector.ts';
import { parseRulePack, RulePackError, rulePackSchema } from './rule-pack.ts';

const rule = {
  id: 'general/company-nickname',
  category: 'general',
  patterns: ['minion~'],
  severity: 'coded',
  evidence: { grade: 'style', source: 'Our style guide (2024)' },
  message: 'We call each other colleagues.',
  suggestions: ['colleague~'],
  flags: ['You lead ten minions.', 'A minion is wanted.'],
  passes: ['You lead ten people.', 'A million is wanted.'],
};
const pack = (change: object) => JSON.stringify({ name: 'ours', rules: [rule], ...change }, null, 2);
const refusal = (json: string): RulePackError => {
  try {
    parseRulePack(json, 'ours.json');
  } catch (error) {
    if (error instanceof RulePackError) return error;
  }
  throw new Error('The pack was accepted.');
};
const findings = (text: string, ...packs: string[]) =>
  createDetector({ packs: packs.map((one) => parseRulePack(one)) }).check(text).findings;

describe('a rule pack', () => {
  it('adds rules', () => {
    expect(findings('Lead our minions.', pack({}))).toMatchObject([
      { text: 'minions', ruleId: rule.id, suggestions: ['colleagues'] },
    ]);
  });

  it('replaces a rule by its id and switches rules off; a later pack has the last word', () => {
    const off = JSON.stringify({ name: 'off', disable: [rule.id] });
    const louder = pack({ rules: [{ ...rule, message: 'Please do not.' }] });
    expect(findings('Lead our minions.', pack({}), off)).toEqual([]);
    expect(findings('Lead our minions.', off, pack({}), louder)).toMatchObject([
      { message: 'Please do not.' },
    ]);
  });

  it('adds words to a class', () => {
    const more = JSON.stringify({ name: 'more', classes: { language: ['klingon'] } });
    expect(findings('Native Klingon speaker.')).toMatchObject([]);
    expect(findings('Native Klingon proficiency.', more)).toMatchObject([
      { ruleId: 'racial/native-speaker' },
    ]);
  });

  it.each([
    ['text that is not JSON', '{\n  "name": "ours",\n  "rules": [}\n', 3, /not valid JSON/],
    ['an unknown field', '{\n  "name": "ours",\n  "colour": 1\n}', 3, /: colour: there is no such field/],
    ['a pack that is no object', '[]', 1, /: the pack: /],
    ['a wrong severity', pack({ rules: [{ ...rule, severity: 'awful' }] }), 10, /rules\.0\.severity/],
    ['a pattern that cannot be read', pack({ rules: [{ ...rule, patterns: ['(a|b'] }] }), 8, /not closed/],
    ['an unknown guard', pack({ rules: [{ ...rule, guards: ['luck'] }] }), 4, /"luck"; there are/],
    [
      'a rule that misses its own sentence',
      pack({ rules: [{ ...rule, flags: ['A minion.', 'A fellow.'] }] }),
      21,
      /own sentence "A fellow\."/,
    ],
  ])('is refused for %s, with the line', (_, json, line, why) => {
    const error = refusal(json);
    expect(error.message).toMatch(why);
    expect(error.line).toBe(line);
    expect(error.message).toContain(`ours.json, line ${line}`);
  });

  it('names sites in the form of those that ship; a host is not an address', () => {
    const sites = (host: string) =>
      JSON.stringify(
        {
          name: 'ours',
          sites: [
            {
              ...{ name: 'Careers', host, paths: ['/new'], editor: 'tinymce' },
              ...{ confidence: 'high', evidence: 'We made it.' },
            },
          ],
        },
        null,
        2,
      );
    expect(parseRulePack(sites('*.example.co.uk')).sites).toMatchObject([{ host: '*.example.co.uk' }]);
    for (const wrong of ['https://example.com', 'example.com/new', '*.com', '*', 'Example.com']) {
      expect(refusal(sites(wrong)).message).toMatch(/line 6: sites\.0\.host: use a host in lower case/);
    }
  });

  it('has the published schema', () => {
    const published = join(import.meta.dirname, '../../docs/rule-pack.schema.json');
    expect(JSON.parse(readFileSync(published, 'utf8'))).toEqual(
      z.toJSONSchema(rulePackSchema, { io: 'input' }),
    );
  });
});
