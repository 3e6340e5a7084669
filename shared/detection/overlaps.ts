import { compareSeverity, type Finding } from '../protocol/finding.ts';

/**
 * Of findings that overlap within one category, the most severe stays, then the longest; findings of different categories may
 * overlap, for each is a reason of its own. Sorted by place.
 */
export function withoutOverlaps(findings: readonly Finding[]): Finding[] {
  const byStrength = [...findings].sort(
    (a, b) =>
      compareSeverity(b.severity, a.severity) ||
      b.end - b.start - (a.end - a.start) ||
      a.start - b.start ||
      (a.ruleId < b.ruleId ? -1 : 1),
  );
  const kept: Finding[] = [];
  for (const finding of byStrength) {
    const clash = kept.some(
      (other) =>
        other.category === finding.category && other.start < finding.end && finding.start < other.end,
    );
    if (!clash) kept.push(finding);
  }
  return kept.sort((a, b) => a.start - b.start || a.end - b.end || (a.ruleId < b.ruleId ? -1 : 1));
}
