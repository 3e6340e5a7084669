import { describe, expect, test } from 'vitest';
import type { Check } from '../../shared/protocol/check.ts';
import type { Finding } from '../../shared/protocol/finding.ts';
import { field, finding } from './page.fixture.ts';
import {
  countsOf,
  placedFindings,
  postingOf,
  postingView,
  proseFields,
  textFindings,
} from './posting-view.ts';

const checkOf = (...findings: Finding[]): Check => ({
  labels: [],
  score: { value: 100, losses: [] },
  findings,
});

describe('postingOf', () => {
  test('gathers title, sections in order and structured values', () => {
    const posting = postingOf(
      [
        field({ fieldId: 'a', role: 'body', label: 'About', text: 'We build.' }),
        field({ fieldId: 'b', role: 'title', text: 'Engineer' }),
        field({ fieldId: 'c', role: 'section', label: 'You', text: 'You care.' }),
        field({ fieldId: 'd', role: 'pay', text: '$50,000' }),
      ],
      'p',
    );
    expect(posting).toEqual({
      id: 'p',
      title: 'Engineer',
      sections: [
        { heading: 'About', text: 'We build.' },
        { heading: 'You', text: 'You care.' },
      ],
      pay: '$50,000',
    });
  });

  test('an empty control is not a value', () => {
    expect(postingOf([field({ role: 'pay', text: '' })], 'p')).not.toHaveProperty('pay');
  });

  test('text in another language is left out', () => {
    expect(postingOf([field({ role: 'body', text: 'Wir suchen', english: false })], 'p').sections).toEqual(
      [],
    );
  });
});

test('proseFields puts the title first and leaves out controls and other languages', () => {
  const fields = [
    field({ fieldId: 'body', role: 'body' }),
    field({ fieldId: 'pay', role: 'pay' }),
    field({ fieldId: 'german', role: 'section', english: false }),
    field({ fieldId: 'title', role: 'title' }),
  ];
  expect(proseFields(fields).map((f) => f.fieldId)).toEqual(['title', 'body']);
});

describe('placedFindings', () => {
  test('takes places from fields and the rest from the whole posting', () => {
    const young = finding({ text: 'young', start: 4, end: 9 });
    const noPayHere = finding({ ruleId: 'legal/pay', category: 'legal', text: '', start: 0, end: 0 });
    const fields = [field({ fieldId: 'f', frameId: 3, check: checkOf(young, noPayHere) })];
    const placed = placedFindings(fields, checkOf({ ...young, start: 30, end: 35 }, noPayHere));
    expect(placed.map((p) => [p.finding.ruleId, p.place?.fieldId, p.place?.frameId])).toEqual([
      [young.ruleId, 'f', 3],
      ['legal/pay', undefined, undefined],
    ]);
  });
});

describe('postingView', () => {
  test('every finding is in exactly one section, the gravest group first', () => {
    const findings = [
      finding({ ruleId: 'a', severity: 'style' }),
      finding({ ruleId: 'b', severity: 'unlawful-risk' }),
      finding({ ruleId: 'c', category: 'legal', severity: 'unlawful-risk' }),
      finding({ ruleId: 'd', polarity: 'prefers' }),
      finding({ ruleId: 'e', requirementQuestion: true, category: 'legal' }),
    ];
    const view = postingView(textFindings(checkOf(...findings)));
    const ids = (items: readonly { finding: Finding }[]) => items.map((i) => i.finding.ruleId);
    expect(view.groups.map((g) => [g.severity, ids(g.items)])).toEqual([
      ['unlawful-risk', ['b']],
      ['style', ['a']],
    ]);
    expect([ids(view.legal), ids(view.notes), ids(view.questions)]).toEqual([['c'], ['d'], ['e']]);
    expect(countsOf(view)).toEqual({ findings: 2, questions: 1, legal: 1 });
  });
});
