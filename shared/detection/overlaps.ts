import { compareSeverity, type Finding } from '../protocol/finding.ts';

/**
 * Of findings that overlap within one category, the most severe stays, then the longest; findings of different categories may
 * overlap, for each is a reason of its own. Of questions about a requirement one stays: the same words are asked about once. Sorted
 * by place.
 */
export function withoutOverlaps(findings: readonly Finding[]): Finding[] {
  return clusters([...findings].sort(byPlace))
    .flatMap(strongest)
    .sort(byPlace);
}

/** Runs of findings that touch; only within a run can two of them overlap. */
function clusters(sorted: readonly Finding[]): Finding[][] {
  const runs: Finding[][] = [];
  let end = -1;
  for (const finding of sorted) {
    if (finding.start >= end) runs.push([]);
    runs.at(-1)?.push(finding);
    end = Math.max(end, finding.end);
  }
  return runs;
}

function strongest(run: readonly Finding[]): Finding[] {
  const kept: Finding[] = [];
  for (const finding of [...run].sort(byStrength)) {
    if (!kept.some((other) => clash(finding, other))) kept.push(finding);
  }
  return kept;
}

function clash(a: Finding, b: Finding): boolean {
  const sameReason = a.category === b.category || (a.requirementQuestion && b.requirementQuestion);
  return Boolean(sameReason) && a.start < b.end && b.start < a.end;
}

function byStrength(a: Finding, b: Finding): number {
  return compareSeverity(b.severity, a.severity) || b.end - b.start - (a.end - a.start) || byPlace(a, b);
}

function byPlace(a: Finding, b: Finding): number {
  return a.start - b.start || a.end - b.end || (a.ruleId < b.ruleId ? -1 : Number(a.ruleId > b.ruleId));
}
