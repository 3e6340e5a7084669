import { expect, test } from 'vitest';
import type { ReportData, RequirementRow } from '../../../shared/protocol/report.ts';
import { requirementSection } from './requirement-section.ts';

const row = (requirement: string, more: number, shares: RequirementRow['shares']): RequirementRow => ({
  requirement,
  kind: 'skill',
  postings: 1,
  with: 100,
  without: 100 + more,
  more,
  shares,
});
const share = (group: string, before: number | null, after: number | null) => ({
  attribute: 'gender',
  group,
  with: before,
  without: after,
});
const render = (requirements: readonly RequirementRow[]) =>
  requirementSection({ requirements, about: { attributes: ['gender'] } } as unknown as ReportData).markup;

test('a group’s shares with and without a requirement stand in one cell; what is hidden has a dash', () => {
  const html = render([row('CRM', 40, [share('woman', 0.43, 0.454), share('nonbinary', null, 0.02)])]);
  expect(html).toContain('43 % → 45 %');
  expect(html).toContain('– → 2 %');
});

test('a requirement of which no share can be shown takes no line among the shares', () => {
  const html = render([
    row('CRM', 40, [share('woman', 0.43, 0.45)]),
    row('menu planning', 5, [share('woman', null, null)]),
  ]);
  const shares = html.split('with the requirement → without it').at(-1) ?? '';
  expect(shares).toContain('CRM');
  expect(shares).not.toContain('menu planning');
  expect(html).toContain('menu planning');
});
