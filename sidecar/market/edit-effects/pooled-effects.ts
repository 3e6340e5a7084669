import { type KindEffect, kindEffects } from '../../../shared/fairness/match-list/kind-effects.ts';
import { type Labels, type ListChange, side } from '../../../shared/fairness/match-list/match-list.ts';
import { relevantFall } from '../../../shared/fairness/match-list/power.ts';
import { meanSignedGaps, signedGaps } from '../../../shared/fairness/match-list/signed-gap.ts';
import type { EditKind } from './edit-kind.ts';

/** The lists of one attribute before and after edits of one kind, one a posting. */
export interface KindChanges {
  readonly kind: EditKind;
  readonly changes: readonly ListChange[];
}

/**
 * Effects of the kinds on one attribute, partially pooled, and how many postings each still misses. A posting's change is
 * measured along the side to which the lists lean on average, so that the mean over postings is the change of the mean signed
 * gap; what matters is the same share of that gap as everywhere.
 * @param kinds those with too few postings or people have no changes here: nothing of them is pooled
 * @returns undefined while nothing was measured or the lists do not lean at all
 */
export function poolKinds(kinds: readonly KindChanges[], labels: Labels): KindEffect[] | undefined {
  const changes = kinds.flatMap((one) => one.changes);
  // The list of a posting before is one, whatever the number of kinds of edits in it.
  const originals = [...new Map(changes.map((change) => [change.before, change])).values()];
  const lean = meanSignedGaps(side(originals, 'before'), labels);
  const gap = lean.reduce((sum, value) => sum + Math.abs(value), 0) / 2;
  if (!(gap > 0)) return undefined;
  const along = (gaps: Float64Array) =>
    gaps.reduce((sum, value, group) => sum + Math.sign(lean[group] ?? 0) * value, 0) / 2;
  const changeOf = (change: ListChange) => {
    const [before = 0, after = 0] = (['before', 'after'] as const).flatMap((when) =>
      side([change], when).map((list) => along(signedGaps(list, labels))),
    );
    return after - before;
  };
  return kindEffects(
    kinds.map(({ kind, changes: own }) => ({ kind, changes: own.map(changeOf) })),
    { relevantChange: relevantFall * gap },
  );
}

/**
 * A number of postings rounded up to 1, 2 or 5 times a power of ten: it is a function of self-reports, and so coarse that no
 * single person can be read from it.
 */
export function roundUpCoarsely(postings: number): number {
  if (postings <= 1) return Math.max(0, Math.ceil(postings));
  const power = 10 ** Math.floor(Math.log10(postings));
  return power * ([1, 2, 5].find((step) => step * power >= postings) ?? 10);
}
