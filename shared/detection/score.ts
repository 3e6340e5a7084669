import type { Score, ScoreLoss } from '../protocol/check.ts';
import { type Finding, type Severity, severities } from '../protocol/finding.ts';

/** Points that the first finding of a rule costs; each further finding of the same rule costs half of it. */
export const pointsBySeverity: Readonly<Record<Severity, number>> = {
  'unlawful-risk': 12,
  exclusionary: 6,
  coded: 2,
  style: 1,
};

/**
 * Scores a text from 100 downwards. Each rule that found excluding wording is one loss with its points; the losses are summed,
 * so length dilutes nothing and the order of sentences does not matter. Losses are cut where the score reaches zero,
 * mildest first, so that `100 - sum(points) === value` always.
 */
export function scoreFindings(findings: readonly Finding[]): Score {
  const byRule = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (finding.polarity !== 'excludes') continue;
    const found = byRule.get(finding.ruleId);
    if (found) found.push(finding);
    else byRule.set(finding.ruleId, [finding]);
  }
  const losses = [...byRule.entries()].map(([ruleId, found]): ScoreLoss & { rank: number } => {
    const worst = found.reduce((most, { severity }) => Math.max(most, severities.indexOf(severity)), 0);
    const first = pointsBySeverity[severities[worst] ?? 'style'];
    return {
      points: first + (found.length - 1) * (first / 2),
      category: found[0]?.category ?? 'general',
      reason: found[0]?.message ?? '',
      ruleIds: [ruleId],
      rank: worst,
    };
  });
  losses.sort((a, b) => b.rank - a.rank || b.points - a.points || compareText(a.ruleIds[0], b.ruleIds[0]));

  let value = 100;
  const kept: ScoreLoss[] = [];
  for (const { rank: _, ...loss } of losses) {
    const points = Math.min(loss.points, value);
    if (points === 0) break;
    value -= points;
    kept.push({ ...loss, points });
  }
  return { value, losses: kept };
}

function compareText(a = '', b = ''): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
