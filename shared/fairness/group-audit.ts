import type { Comparison } from './comparison.ts';
import { compare } from './comparison.ts';
import { holmAdjust } from './holm.ts';
import { impactRatioReference } from './impact-ratio.ts';
import type { Interval } from './interval.ts';
import type { BootstrapRatio } from './person-bootstrap.ts';
import type { GroupCount } from './selection-rate.ts';
import type { StratifiedComparison } from './stratified-comparison.ts';
import type { Verdict } from './verdict.ts';
import { comparisonGroup, judge } from './verdict.ts';

/** Which p the verdict rests on. */
export type VerdictBasis = 'fisher' | 'strata' | 'persons';

/** One group's figures before the adjustment for the number of comparisons. */
export interface MeasuredGroup extends Comparison {
  /** Bootstrap over people of the ratio to the comparison group; `null` where nobody applied twice. */
  readonly persons: BootstrapRatio | null;
  /** Common odds ratio within strata; `null` without strata. */
  readonly stratified: StratifiedComparison | null;
}

export interface MeasuredAttribute {
  readonly attribute: string;
  readonly crossing: boolean;
  readonly basis: VerdictBasis;
  readonly counts: readonly GroupCount[];
  /** Group with the highest rate among categories of at least 2 %: what the impact ratios divide by. */
  readonly highest: string | null;
  /** Group with the highest rate among those with enough data: what the tests compare with. */
  readonly comparedWith: string | null;
  readonly groups: readonly MeasuredGroup[];
}

export interface GroupAudit extends MeasuredGroup {
  /** p of the basis, adjusted by Holm over all groups and attributes (crossings are a family of their own). */
  readonly holmP: number | null;
  readonly verdict: Verdict;
  /** The pooled verdict says something else than the one within strata: a mix of strata, read the stratified one. */
  readonly pooledDisagrees: boolean;
}

export interface AttributeVerdicts extends Omit<MeasuredAttribute, 'groups'> {
  readonly groups: readonly GroupAudit[];
  /** The lowest ratio to the comparison group among groups with enough data. */
  readonly worst: {
    readonly group: string;
    readonly ratio: number | null;
    readonly koopman: Interval | null;
  } | null;
  /** Groups without enough data for a verdict. */
  readonly withoutVerdict: number;
}

/** What a table of counts alone does not hold: strata and repeat applicants. Indices are those of the counts. */
export interface FurtherEvidence {
  readonly basis: VerdictBasis;
  readonly stratified?: (group: number, comparedWith: number) => StratifiedComparison | null;
  readonly persons?: (comparedWith: number) => readonly (BootstrapRatio | null)[];
}

/** Every measure of one attribute from its counts. */
export function measureAttribute(
  attribute: string,
  counts: readonly GroupCount[],
  crossing: boolean,
  evidence: FurtherEvidence = { basis: 'fisher' },
): MeasuredAttribute {
  const highest = impactRatioReference(counts);
  const compared = comparisonGroup(counts);
  const comparedIndex = compared === undefined ? -1 : counts.indexOf(compared);
  const persons = comparedIndex < 0 ? undefined : evidence.persons?.(comparedIndex);
  return {
    attribute,
    crossing,
    basis: evidence.basis,
    counts,
    highest: highest?.group ?? null,
    comparedWith: compared?.group ?? null,
    groups: counts.map((group, index) => ({
      ...compare(group, counts, highest, compared),
      persons: persons?.[index] ?? null,
      stratified:
        comparedIndex < 0 || index === comparedIndex
          ? null
          : (evidence.stratified?.(index, comparedIndex) ?? null),
    })),
  };
}

/**
 * Adjusts the p-values over all groups of all attributes that are read together, and puts every comparison in words.
 */
export function concludeFamily(family: readonly MeasuredAttribute[]): AttributeVerdicts[] {
  const rows = family.flatMap(({ groups, basis }) => groups.map((group) => ({ group, basis })));
  const adjusted = holmAdjust(rows.map(({ group, basis }) => basisP(group, basis)));
  const pooled = holmAdjust(rows.map(({ group }) => group.fisherP));
  let next = 0;
  return family.map((measured) => {
    const groups = measured.groups.map((group) => {
      const audit = concludeGroup(group, measured, adjusted[next] ?? null, pooled[next] ?? null);
      next += 1;
      return audit;
    });
    return {
      ...measured,
      groups,
      worst: worstOf(groups),
      withoutVerdict: groups.filter((group) => group.verdict.word === 'not enough data').length,
    };
  });
}

function basisP(group: MeasuredGroup, basis: VerdictBasis): number | null {
  if (group.fisherP === null) return null;
  if (basis === 'strata') return group.stratified?.p ?? null;
  return basis === 'persons' ? (group.persons?.p ?? null) : group.fisherP;
}

function concludeGroup(
  group: MeasuredGroup,
  { basis, counts, comparedWith }: MeasuredAttribute,
  holmP: number | null,
  pooledP: number | null,
): GroupAudit {
  const compared = counts.find((count) => count.group === comparedWith);
  if (compared === undefined || group.group === comparedWith) {
    const verdict: Verdict = { word: 'reference', needed: 0, direction: null };
    return { ...group, holmP, verdict, pooledDisagrees: false };
  }
  const pooledLower = (group.comparedRatio ?? 1) < 1;
  const oddsRatio = basis === 'strata' ? (group.stratified?.oddsRatio ?? null) : null;
  const verdict = judge(group, compared, counts, holmP, oddsRatio === null ? pooledLower : oddsRatio < 1);
  const pooledVerdict = judge(group, compared, counts, pooledP, pooledLower);
  const pooledDisagrees =
    basis === 'strata' &&
    (verdict.word !== pooledVerdict.word || verdict.direction !== pooledVerdict.direction);
  return { ...group, holmP, verdict, pooledDisagrees };
}

function worstOf(groups: readonly GroupAudit[]): AttributeVerdicts['worst'] {
  const judged = groups.filter(
    ({ verdict }) => verdict.word !== 'not enough data' && verdict.word !== 'reference',
  );
  const worst = judged.toSorted((a, b) => (a.comparedRatio ?? 1) - (b.comparedRatio ?? 1))[0];
  if (worst === undefined) return null;
  return { group: worst.group, ratio: worst.comparedRatio, koopman: worst.comparedKoopman };
}
