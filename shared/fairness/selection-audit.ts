import type { Random } from '../random.ts';
import type { AttributeCodes } from './attribute-codes.ts';
import { notAssessed, tally } from './attribute-codes.ts';
import type { AttributeVerdicts, MeasuredAttribute, VerdictBasis } from './group-audit.ts';
import { concludeFamily, measureAttribute } from './group-audit.ts';
import { allCrossings } from './intersections.ts';
import { type PersonProfile, personBootstrap, personProfiles } from './person-bootstrap.ts';
import type { GroupCount } from './selection-rate.ts';
import { compareWithinStrata, tallyByStratum } from './stratified-comparison.ts';

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
  /** Tables done, in part while people are resampled, of all tables. */
  readonly onProgress?: (done: number, total: number) => void;
}

export interface AttributeAudit extends AttributeVerdicts {
  /** The attribute, or the crossing, as it was measured. */
  readonly codes: AttributeCodes;
  readonly unknown: GroupCount;
  readonly notAssessed: number;
}

/**
 * The whole set of selection measures for every attribute and every crossing of them.
 * Verdicts rest on the test within strata where strata are given, else on the bootstrap over people where somebody
 * occurs twice, else on Fisher's exact test; always Holm-adjusted.
 */
export function auditSelections(columns: SelectionColumns, options: AuditOptions): AttributeAudit[] {
  const crossings = columns.attributes.length > 1 ? allCrossings(columns.attributes) : [];
  const total = columns.attributes.length + crossings.length;
  const left = columns.selected.reduce((sum, outcome) => sum + (outcome === notAssessed ? 1 : 0), 0);
  let done = 0;
  const family = (attributes: readonly AttributeCodes[], crossing: boolean) => {
    const measured = attributes.map((attribute) => {
      const result = measure(attribute, columns, crossing, options, (part) =>
        options.onProgress?.(done + part, total),
      );
      done += 1;
      options.onProgress?.(done, total);
      return result;
    });
    return concludeFamily(measured.map((one) => one.measured)).map((verdicts, i) => ({
      ...verdicts,
      codes: attributes[i] as AttributeCodes,
      unknown: measured[i]?.unknown as GroupCount,
      notAssessed: left,
    }));
  };
  return [...family(columns.attributes, false), ...family(crossings, true)];
}

function measure(
  attribute: AttributeCodes,
  columns: SelectionColumns,
  crossing: boolean,
  { random, draws = 10_000 }: AuditOptions,
  onPart: (part: number) => void,
): { measured: MeasuredAttribute; unknown: GroupCount } {
  const { groups, unknown } = tally(attribute, columns.selected);
  const profiles = repeatProfiles(attribute, columns);
  const { strata } = columns;
  const byStratum = strata && tallyByStratum(attribute, columns.selected, strata);
  const basis: VerdictBasis = byStratum ? 'strata' : profiles ? 'persons' : 'fisher';
  const measured = measureAttribute(attribute.name, groups, crossing, {
    basis,
    ...(byStratum && {
      stratified: (group, comparedWith) => compareWithinStrata(byStratum, group, comparedWith),
    }),
    ...(profiles && {
      persons: (comparedWith) =>
        personBootstrap(profiles, groups.length, comparedWith, random.fork(attribute.name), {
          draws,
          onProgress: (drawn) => onPart(drawn / draws),
        }),
    }),
  });
  return { measured, unknown };
}

/** `undefined` without a person column or when nobody occurs twice: then people and rows are the same. */
function repeatProfiles(
  attribute: AttributeCodes,
  { persons, selected }: SelectionColumns,
): PersonProfile[] | undefined {
  if (persons === undefined) return undefined;
  const groups = attribute.codes.map((code, row) => (selected[row] === notAssessed ? -1 : code));
  const profiles = personProfiles(persons.codes, groups, selected, persons.count, attribute.groups.length);
  return profiles.some((profile) => profile.applications > 1) ? profiles : undefined;
}
