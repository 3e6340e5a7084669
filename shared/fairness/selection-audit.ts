import type { Random } from '../random.ts';
import type { AttributeCodes } from './attribute-codes.ts';
import { notAssessed, tally } from './attribute-codes.ts';
import type { Comparison } from './comparison.ts';
import { compare } from './comparison.ts';
import { holmAdjust } from './holm.ts';
import { highestRateGroup } from './impact-ratio.ts';
import { allCrossings } from './intersections.ts';
import type { Interval } from './interval.ts';
import type { BootstrapRatio } from './person-bootstrap.ts';
import { personBootstrap, personProfiles } from './person-bootstrap.ts';
import type { GroupCount } from './selection-rate.ts';
import type { StratifiedComparison } from './stratified-comparison.ts';
import { compareWithinStrata } from './stratified-comparison.ts';
import { comparisonGroup, judge, type Verdict } from './verdict.ts';

/** One row a person (or an application), as aligned columns. */
export interface SelectionColumns {
  readonly attributes: readonly AttributeCodes[];
  /** 1 selected, 0 not, `notAssessed` where the outcome is missing. */
  readonly selected: Uint8Array;
  /** Stratum of each row, negative = missing. */
  readonly strata?: { readonly name: string; readonly values: readonly string[]; readonly codes: Int32Array };
  /** Person of each row, for repeat applicants; negative = missing. */
  readonly persons?: { readonly count: number; readonly codes: Int32Array };
}

export interface AuditOptions {
  readonly random: Random;
  /** Bootstrap draws over people. */
  readonly draws?: number;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Which p the verdict rests on. */
export type VerdictBasis = 'fisher' | 'strata' | 'persons';

export interface GroupAudit extends Comparison {
  /** Bootstrap over people of the ratio to the comparison group; `null` without a person column. */
  readonly persons: BootstrapRatio | null;
  /** Common odds ratio within strata; `null` without strata. */
  readonly stratified: StratifiedComparison | null;
  /** p of the basis, adjusted by Holm over all groups and attributes (crossings are a family of their own). */
  readonly holmP: number | null;
  readonly verdict: Verdict;
  /** The pooled verdict says something else than the one within strata: a mix of strata, read the stratified one. */
  readonly pooledDisagrees: boolean;
}

export interface AttributeAudit {
  readonly attribute: string;
  readonly crossing: boolean;
  readonly basis: VerdictBasis;
  /** Group with the highest rate of all: what the impact ratios divide by. */
  readonly highest: string | null;
  /** Group with the highest rate among those with enough data: what the tests compare with. */
  readonly comparedWith: string | null;
  readonly groups: readonly GroupAudit[];
  readonly unknown: GroupCount;
  readonly notAssessed: number;
  /** The lowest ratio to the comparison group among groups with enough data. */
  readonly worst: {
    readonly group: string;
    readonly ratio: number | null;
    readonly koopman: Interval | null;
  } | null;
  /** Groups without enough data for a verdict. */
  readonly withoutVerdict: number;
}

/**
 * The whole set of selection measures for every attribute and every crossing of them.
 * Verdicts rest on the test within strata where strata are given, else on the bootstrap over people where somebody
 * occurs twice, else on Fisher's exact test; always Holm-adjusted.
 */
export function auditSelections(columns: SelectionColumns, options: AuditOptions): AttributeAudit[] {
  const crossings = columns.attributes.length > 1 ? allCrossings(columns.attributes) : [];
  const total = columns.attributes.length + crossings.length;
  let done = 0;
  const family = (attributes: readonly AttributeCodes[], crossing: boolean) => {
    const measured = attributes.map((attribute) => {
      const result = measure(attribute, columns, crossing, options);
      done += 1;
      options.onProgress?.(done, total);
      return result;
    });
    return conclude(measured);
  };
  return [...family(columns.attributes, false), ...family(crossings, true)];
}

interface Measured {
  readonly attribute: string;
  readonly crossing: boolean;
  readonly basis: VerdictBasis;
  readonly counts: readonly GroupCount[];
  readonly unknown: GroupCount;
  readonly notAssessed: number;
  readonly highest: GroupCount | undefined;
  readonly compared: GroupCount | undefined;
  readonly rows: readonly Omit<GroupAudit, 'holmP' | 'verdict' | 'pooledDisagrees'>[];
}

function measure(
  attribute: AttributeCodes,
  columns: SelectionColumns,
  crossing: boolean,
  { random, draws = 10_000 }: AuditOptions,
): Measured {
  const { groups: counts, unknown } = tally(attribute, columns.selected);
  const highest = highestRateGroup(counts);
  const compared = comparisonGroup(counts);
  const comparedIndex = compared === undefined ? -1 : counts.indexOf(compared);
  const bootstraps = bootstrapPersons(attribute, columns, comparedIndex, random, draws);
  const strata = columns.strata;
  const rows = counts.map((group, index) => ({
    ...compare(group, counts, highest, compared),
    persons: bootstraps?.[index] ?? null,
    stratified:
      strata === undefined || compared === undefined || index === comparedIndex
        ? null
        : compareWithinStrata(attribute.codes, columns.selected, strata, index, comparedIndex),
  }));
  return {
    attribute: attribute.name,
    crossing,
    basis: strata !== undefined ? 'strata' : bootstraps !== null ? 'persons' : 'fisher',
    counts,
    unknown,
    notAssessed: columns.selected.reduce((sum, outcome) => sum + (outcome === notAssessed ? 1 : 0), 0),
    highest,
    compared,
    rows,
  };
}

/** `null` without a person column or when nobody occurs twice: then people and rows are the same. */
function bootstrapPersons(
  attribute: AttributeCodes,
  { persons, selected }: SelectionColumns,
  reference: number,
  random: Random,
  draws: number,
): (BootstrapRatio | null)[] | null {
  if (persons === undefined || reference < 0) return null;
  const groups = attribute.codes.map((code, row) => (selected[row] === notAssessed ? -1 : code));
  const profiles = personProfiles(persons.codes, groups, selected, persons.count, attribute.groups.length);
  if (profiles.every((profile) => profile.applications === 1)) return null;
  return personBootstrap(profiles, attribute.groups.length, reference, random.fork(attribute.name), {
    draws,
  });
}

function basisP(row: Measured['rows'][number], basis: VerdictBasis): number | null {
  if (row.fisherP === null) return null;
  if (basis === 'strata') return row.stratified?.p ?? null;
  return basis === 'persons' ? (row.persons?.p ?? null) : row.fisherP;
}

/** Adjusts over the family and puts every comparison into words. */
function conclude(family: readonly Measured[]): AttributeAudit[] {
  const rows = family.flatMap((measured) => measured.rows.map((row) => ({ row, basis: measured.basis })));
  const adjusted = holmAdjust(rows.map(({ row, basis }) => basisP(row, basis)));
  const pooled = holmAdjust(rows.map(({ row }) => row.fisherP));
  let next = 0;
  return family.map((measured) => {
    const { compared } = measured;
    const groups = measured.rows.map((row): GroupAudit => {
      const holmP = adjusted[next] ?? null;
      const pooledP = pooled[next] ?? null;
      next += 1;
      if (compared === undefined || row.group === compared.group) {
        const verdict: Verdict = { word: 'reference', needed: 0, direction: null };
        return { ...row, holmP, verdict, pooledDisagrees: false };
      }
      const pooledLower = (row.comparedRatio ?? 1) < 1;
      const oddsRatio = row.stratified?.oddsRatio;
      const lower =
        measured.basis === 'strata' && typeof oddsRatio === 'number' ? oddsRatio < 1 : pooledLower;
      const verdict = judge(row, compared, measured.counts, holmP, lower);
      const pooledVerdict = judge(row, compared, measured.counts, pooledP, pooledLower);
      const pooledDisagrees =
        measured.basis === 'strata' &&
        (verdict.word !== pooledVerdict.word || verdict.direction !== pooledVerdict.direction);
      return { ...row, holmP, verdict, pooledDisagrees };
    });
    const judged = groups.filter(
      (g) => g.verdict.word !== 'not enough data' && g.verdict.word !== 'reference',
    );
    const worst = judged.toSorted((a, b) => (a.comparedRatio ?? 1) - (b.comparedRatio ?? 1))[0];
    return {
      attribute: measured.attribute,
      crossing: measured.crossing,
      basis: measured.basis,
      highest: measured.highest?.group ?? null,
      comparedWith: compared?.group ?? null,
      groups,
      unknown: measured.unknown,
      notAssessed: measured.notAssessed,
      worst:
        worst === undefined
          ? null
          : { group: worst.group, ratio: worst.comparedRatio, koopman: worst.comparedKoopman },
      withoutVerdict: groups.filter((g) => g.verdict.word === 'not enough data').length,
    };
  });
}
