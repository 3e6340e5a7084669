/** How often each rule was called wrong, the most often first. */
export function verdictsByRule(verdicts: readonly { readonly ruleId: string }[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { ruleId } of verdicts) counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1);
  return new Map([...counts].sort(([a, m], [b, n]) => n - m || a.localeCompare(b, 'en')));
}
