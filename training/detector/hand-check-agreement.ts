/** Share of the verdicts that say right; 0 without verdicts. */
export function shareRight(verdicts: readonly boolean[]): number {
  return verdicts.length === 0 ? 0 : verdicts.filter(Boolean).length / verdicts.length;
}

/**
 * Agreement of two passes over the same items.
 * @returns the share of equal verdicts, and Cohen's kappa: what is left of it beyond chance, 1 where all verdicts are the same
 * one twice. Source: Cohen 1960, "A coefficient of agreement for nominal scales".
 */
export function agreementOf(
  first: readonly boolean[],
  second: readonly boolean[],
): { readonly equal: number; readonly kappa: number } {
  const equal = shareRight(first.map((verdict, index) => verdict === second[index]));
  const [a, b] = [shareRight(first), shareRight(second)];
  const byChance = a * b + (1 - a) * (1 - b);
  return { equal, kappa: byChance === 1 ? 1 : (equal - byChance) / (1 - byChance) };
}
