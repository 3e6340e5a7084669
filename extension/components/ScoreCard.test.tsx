import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { ScoreLoss } from '../../shared/protocol/check.ts';
import { finding } from './page.fixture.ts';
import { postingView } from './posting-view.ts';
import { ScoreCard } from './ScoreCard.tsx';

const shown = (value: number, ...points: number[]) => {
  const losses = points.map(
    (lost, index): ScoreLoss => ({
      points: lost,
      category: 'age',
      reason: 'a reason',
      ruleIds: [`age/rule-${index}`],
    }),
  );
  const check = { labels: [], score: { value, losses }, findings: [finding()] };
  return renderToStaticMarkup(<ScoreCard check={check} view={postingView([])} />);
};

test('a posting that lost more than all points is told how many come before the score rises', () => {
  const markup = shown(0, 70, 65);
  expect(markup).toContain('The score rises once 35 more points are won back.');
  expect(markup).toContain('+35');
});

test('as long as the points add up by themselves nothing is said', () => {
  for (const markup of [shown(30, 70), shown(0, 100)]) {
    expect(markup).not.toContain('won back');
    expect(markup).not.toContain('It does not go below 0');
  }
});
