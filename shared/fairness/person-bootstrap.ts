import type { Random } from '../random.ts';
import type { Interval } from './interval.ts';
import { multinomial } from './sampling.ts';

/** People who applied equally often and were selected equally often; a million rows shrink to a few dozen of these. */
export interface PersonProfile {
  /** Index of the group. */
  readonly group: number;
  readonly applications: number;
  readonly selections: number;
  readonly people: number;
}

export interface BootstrapRatio {
  /** Percentile interval of the impact ratio; `upper` is `Infinity` when the reference may have no selection. */
  readonly interval: Interval;
  /** Two-sided bootstrap p that the ratio is 1: twice the smaller tail, (1 + count) / (1 + draws), at most 1. */
  readonly p: number;
}

/** Counts people by group, applications and selections. Rows with a negative group are left out. */
export function personProfiles(
  persons: Int32Array,
  groups: Int32Array,
  selected: Uint8Array,
  personCount: number,
  groupCount: number,
): PersonProfile[] {
  const applications = new Map<number, { group: number; applications: number; selections: number }>();
  for (let row = 0; row < persons.length; row += 1) {
    const group = groups[row] as number;
    const person = persons[row] as number;
    if (group < 0 || person < 0 || person >= personCount) continue;
    const key = person * groupCount + group;
    const seen = applications.get(key);
    const selection = selected[row] as number;
    if (seen === undefined) applications.set(key, { group, applications: 1, selections: selection });
    else {
      seen.applications += 1;
      seen.selections += selection;
    }
  }
  const profiles = new Map<
    string,
    { group: number; applications: number; selections: number; people: number }
  >();
  for (const one of applications.values()) {
    const key = `${one.group} ${one.applications} ${one.selections}`;
    const profile = profiles.get(key);
    if (profile === undefined) profiles.set(key, { ...one, people: 1 });
    else profile.people += 1;
  }
  return [...profiles.values()].sort(
    (a, b) => a.group - b.group || a.applications - b.applications || a.selections - b.selections,
  );
}

/** Impact ratio of every group to `reference` when profile i stands for `counts[i]` people; NaN for 0/0. */
export function ratiosOfResample(
  profiles: readonly PersonProfile[],
  counts: ArrayLike<number>,
  groupCount: number,
  reference: number,
): Float64Array {
  const n = new Float64Array(groupCount);
  const k = new Float64Array(groupCount);
  profiles.forEach((profile, i) => {
    const people = counts[i] as number;
    n[profile.group] = (n[profile.group] as number) + people * profile.applications;
    k[profile.group] = (k[profile.group] as number) + people * profile.selections;
  });
  const referenceRate = (k[reference] as number) / (n[reference] as number);
  return n.map((people, g) => (k[g] as number) / people / referenceRate);
}

/**
 * Bootstrap of the impact ratio that draws PEOPLE, not applications, with replacement: someone who applied ten times
 * is one draw. Drawing people and counting profiles is a multinomial over profiles, which is drawn directly:
 * the same distribution at a cost that does not grow with the number of rows.
 * Source: Field and Welsh 2007 (cluster bootstrap); Efron and Tibshirani 1993 (percentile interval).
 * Misuse: with a handful of people per group; the percentile interval is then too short.
 * @returns one entry a group, `null` for the reference and for groups without people.
 */
export function personBootstrap(
  profiles: readonly PersonProfile[],
  groupCount: number,
  reference: number,
  random: Random,
  options: {
    readonly draws?: number;
    readonly confidence?: number;
    readonly onProgress?: (done: number) => void;
  } = {},
): (BootstrapRatio | null)[] {
  const { draws = 10_000, confidence = 0.95, onProgress } = options;
  const weights = Float64Array.from(profiles, (profile) => profile.people);
  const people = weights.reduce((sum, weight) => sum + weight, 0);
  const counts = new Float64Array(profiles.length);
  const ratios = Array.from({ length: groupCount }, () => new Float64Array(draws));
  for (let draw = 0; draw < draws; draw += 1) {
    multinomial(random, people, weights, counts);
    const values = ratiosOfResample(profiles, counts, groupCount, reference);
    for (let g = 0; g < groupCount; g += 1) (ratios[g] as Float64Array)[draw] = values[g] as number;
    if (draw % 1000 === 999) onProgress?.(draw + 1);
  }
  const present = new Set(profiles.map((profile) => profile.group));
  return ratios.map((values, g) =>
    g === reference || !present.has(g) || !present.has(reference) ? null : summarise(values, confidence),
  );
}

function summarise(values: Float64Array, confidence: number): BootstrapRatio | null {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  if (sorted.length === 0) return null;
  const at = (q: number) => sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] as number;
  let low = 0;
  let high = 0;
  for (const value of sorted) {
    if (value <= 1) low += 1;
    if (value >= 1) high += 1;
  }
  return {
    interval: { lower: at((1 - confidence) / 2), upper: at((1 + confidence) / 2) },
    p: Math.min(1, (2 * (1 + Math.min(low, high))) / (1 + sorted.length)),
  };
}
