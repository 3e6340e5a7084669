/**
 * Holm's step-down adjustment: the i-th smallest of m p-values times (m - i + 1), made monotone and cut at 1.
 * Keeps the chance of any false finding at the stated level whatever the dependence. Order is kept;
 * `null` (not tested) stays `null` and does not count in m.
 * Source: Holm 1979. Misuse: adjusting each table alone; adjust over all groups and attributes read together.
 */
export function holmAdjust(pValues: readonly (number | null)[]): (number | null)[] {
  const ranked = pValues
    .map((p, index) => ({ p, index }))
    .filter((entry): entry is { p: number; index: number } => entry.p !== null)
    .sort((a, b) => a.p - b.p);
  const adjusted: (number | null)[] = pValues.map(() => null);
  let running = 0;
  ranked.forEach(({ p, index }, i) => {
    running = Math.max(running, Math.min(1, p * (ranked.length - i)));
    adjusted[index] = running;
  });
  return adjusted;
}
