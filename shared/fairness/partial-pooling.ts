import type { GroupCount } from './selection-rate.ts';
import { total } from './selection-rate.ts';

/**
 * Selection rates drawn towards the common rate, the more the smaller the group (beta-binomial, moment estimate of the
 * spread): for ORDERING many small crossings, where raw rates put the smallest cells first and last by chance alone.
 * Source: Kleinman 1973; Efron and Morris 1975; for intersections Foulds et al. 2020.
 * Misuse: as the rate that is reported or tested; those are the raw ones.
 * @returns one rate a group, `null` when nobody was assessed at all.
 */
export function partiallyPooledRates(groups: readonly GroupCount[]): (number | null)[] {
  const all = total(groups);
  if (all.n === 0) return groups.map(() => null);
  const mean = all.selected / all.n;
  const filled = groups.filter((g) => g.n > 0);
  const spread = filled.reduce((sum, g) => sum + g.n * (g.selected / g.n - mean) ** 2, 0);
  const within = mean * (1 - mean);
  const effective = all.n - filled.reduce((sum, g) => sum + g.n * g.n, 0) / all.n - (filled.length - 1);
  const correlation =
    within > 0 && effective > 0
      ? Math.min(1, Math.max(0, (spread - within * (filled.length - 1)) / (within * effective)))
      : 0;
  if (correlation === 0) return groups.map(() => mean);
  const prior = 1 / correlation - 1;
  return groups.map((g) => (g.selected + prior * mean) / (g.n + prior));
}
