import { criticalValue, normalQuantile } from '../distributions.ts';

/** What edits of one kind did to the lists of postings: the change of the squared excess gap of each, lower is closer. */
export interface KindObservations {
  readonly kind: string;
  readonly changes: readonly number[];
}

export interface KindEffect {
  readonly kind: string;
  readonly postings: number;
  /** Mean change, drawn toward the mean of all kinds the more the fewer postings it rests on. */
  readonly change: number;
  readonly standardError: number;
  readonly verdict: 'closer' | 'further' | 'no-measurable-difference' | 'not-enough-data';
  /** Postings still missing until `relevantChange` could be found; 0 where the verdict is another. */
  readonly missing: number;
}

export interface KindOptions {
  /** Change of the squared excess gap that would matter, above 0. */
  readonly relevantChange: number;
  readonly level?: number;
  readonly power?: number;
}

/**
 * Effects by kind of edit, partially pooled: the kinds' means vary around a common one with variance t^2 beside their own
 * error, so a kind with few postings leans on the others. A verdict needs its interval on one side of zero.
 * Source: random effects by moments, DerSimonian and Laird 1986; shrinkage as in Efron and Morris 1975.
 * @returns one effect a kind, in the given order; a kind without a posting is "not enough data"
 */
export function kindEffects(
  observations: readonly KindObservations[],
  { relevantChange, level = 0.05, power = 0.8 }: KindOptions,
): KindEffect[] {
  if (!(relevantChange > 0)) throw new RangeError(`relevantChange ${relevantChange} must be above 0`);
  const variance = withinVariance(observations);
  const seen = observations.filter(({ changes }) => changes.length > 0);
  const { center, spread } = randomEffects(
    seen.map(({ changes }) => ({ mean: mean(changes), variance: variance / changes.length })),
  );
  const critical = criticalValue(1 - level);
  const needed = Math.ceil(((critical + normalQuantile(power)) ** 2 * variance) / relevantChange ** 2);
  return observations.map(({ kind, changes }): KindEffect => {
    const n = changes.length;
    // Without a spread between kinds every one of them has the common mean.
    const own = n === 0 ? 0 : spread / (spread + variance / n || 1);
    const change = n === 0 ? center : center + own * (mean(changes) - center);
    const error = Math.sqrt(
      n === 0 ? spread : (own * variance) / n + (1 - own) ** 2 * commonError(seen, variance),
    );
    const beyond = Math.abs(change) > critical * error;
    const missing = Math.max(0, needed - n);
    const common = { kind, postings: n, change, standardError: error };
    if (n > 1 && beyond) return { ...common, verdict: change < 0 ? 'closer' : 'further', missing: 0 };
    if (n > 1 && missing === 0) return { ...common, verdict: 'no-measurable-difference', missing: 0 };
    return { ...common, verdict: 'not-enough-data', missing: Math.max(missing, 2 - n) };
  });
}

/** What a recruiter reads beside an edit of this kind. No figure is about the posting at hand. */
export function describeKindEffect(
  effect: (Pick<KindEffect, 'postings' | 'verdict' | 'missing'> & Partial<KindEffect>) | undefined,
): string {
  if (effect === undefined) return 'No measurable effect known; suggested for clarity.';
  const { postings, verdict, missing } = effect;
  const where = `In ${postings} ${postings === 1 ? 'posting' : 'postings'} this kind of change`;
  switch (verdict) {
    case 'closer':
      return `${where} brought the list closer.`;
    case 'further':
      return `${where} moved the list further away.`;
    case 'no-measurable-difference':
      return `${where} made no measurable difference.`;
    case 'not-enough-data':
      return `Not enough data on this kind of change (${missing} more ${missing === 1 ? 'posting' : 'postings'} needed).`;
  }
}

/** Mean and variance of the kinds' true means. */
function randomEffects(kinds: readonly { readonly mean: number; readonly variance: number }[]) {
  const weights = kinds.map((kind) => 1 / (kind.variance || Number.MIN_VALUE));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (kinds.length === 0 || !Number.isFinite(total))
    return { center: mean(kinds.map((k) => k.mean)), spread: 0 };
  const weighted = kinds.reduce((sum, kind, i) => sum + (weights[i] ?? 0) * kind.mean, 0) / total;
  const excess = kinds.reduce((sum, kind, i) => sum + (weights[i] ?? 0) * (kind.mean - weighted) ** 2, 0);
  const scale = total - weights.reduce((sum, weight) => sum + weight * weight, 0) / total;
  const spread = scale <= 0 ? 0 : Math.max(0, (excess - (kinds.length - 1)) / scale);
  const pooled = kinds.map((kind) => 1 / (kind.variance + spread || Number.MIN_VALUE));
  const all = pooled.reduce((sum, weight) => sum + weight, 0);
  return { center: kinds.reduce((sum, kind, i) => sum + (pooled[i] ?? 0) * kind.mean, 0) / all, spread };
}

/** One variance for all kinds: few postings of a kind say little of their own spread. */
function withinVariance(observations: readonly KindObservations[]): number {
  let squares = 0;
  let freedom = 0;
  for (const { changes } of observations) {
    const own = mean(changes);
    squares += changes.reduce((sum, change) => sum + (change - own) ** 2, 0);
    freedom += Math.max(0, changes.length - 1);
  }
  return freedom === 0 ? 0 : squares / freedom;
}

function commonError(seen: readonly KindObservations[], variance: number): number {
  const n = seen.reduce((sum, { changes }) => sum + changes.length, 0);
  return n === 0 ? 0 : variance / n;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
