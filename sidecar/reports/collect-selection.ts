import type {
  AttributeVerdicts,
  FurtherEvidence,
  MeasuredAttribute,
} from '../../shared/fairness/group-audit.ts';
import { concludeFamily, measureAttribute } from '../../shared/fairness/group-audit.ts';
import type { GroupCount } from '../../shared/fairness/selection-rate.ts';
import { compareWithinStrata } from '../../shared/fairness/stratified-comparison.ts';
import type { SuppressedTable } from '../../shared/fairness/suppression.ts';
import type { SelectionRow, SelectionSection } from '../../shared/protocol/report.ts';
import type { Random } from '../../shared/random.ts';
import type { ApplicationTable } from './application-table.ts';
import { assessedStage, countsBy, inAttribute, selectedStage, unknownGroup } from './application-table.ts';
import { showableTables } from './crossing-tables.ts';
import { personEvidence } from './person-evidence.ts';
import type { ApplicantCount, ApplicationCount } from './report-source.ts';
import { selectionNotes } from './selection-notes.ts';
import { selectionRow, shownRow, suppressedCount } from './selection-row.ts';
import { attributeSentences } from './selection-words.ts';
import { texts } from './texts.ts';

const words = texts.selection;

/**
 * Selection tables of every attribute and of every pair of them, from counts that are already suppressed.
 * @param applicants the same applications by person.
 */
export function collectSelection(
  table: ApplicationTable,
  suppressed: readonly SuppressedTable[],
  applicants: readonly ApplicantCount[],
  random: Random,
): SelectionSection[] {
  const from = assessedStage(table);
  const to = selectedStage(table);
  if (from === undefined || to === undefined || from === to) return [];
  const singles = concludeFamily(
    table.attributes.map((attribute, i) => {
      const counts = shownGroups(suppressed[i], from, to);
      const groups = counts.map(({ group }) => group);
      const persons = personEvidence(applicants, i, groups, { from, to }, random.fork(attribute));
      return measureShown(table, attribute, inAttribute(i), counts, false, persons);
    }),
  );
  const comparisons = singles.reduce((sum, single) => sum + single.groups.length, 0);
  const sections = singles.map((single, i) => {
    const whole = suppressed[i] as SuppressedTable;
    const rows = whole.withheld ? [] : whole.rows.filter((row) => row.group !== unknownGroup);
    return section(
      single,
      whole,
      from,
      to,
      rows.map((row) => selectionRow(row.group, single, whole, from, to, comparisons)),
    );
  });
  const crossings = concludeFamily(
    showableTables(table, suppressed).map(({ name, groupOf, counts }) =>
      measureShown(table, name, groupOf, counts, true),
    ),
  );
  return [
    ...sections,
    ...crossings.map((crossing) => ({
      ...section(
        crossing,
        undefined,
        from,
        to,
        crossing.groups.map((group) => shownRow(group, crossing)),
      ),
      notes: [
        ...(crossing.basis === 'strata' ? [words.strata] : []),
        ...attributeSentences(crossing, texts.sentence.requisitions),
        words.hidden,
      ],
    })),
  ];
}

/** Groups of which both counts are shown: nothing else may shape a figure that is printed. */
function shownGroups(table: SuppressedTable | undefined, from: string, to: string): GroupCount[] {
  if (table === undefined) return [];
  return table.rows.flatMap((row) => {
    const n = suppressedCount(row, table.stages, from).value;
    const selected = suppressedCount(row, table.stages, to).value;
    return row.group === unknownGroup || n === null || selected === null
      ? []
      : [{ group: row.group, n, selected }];
  });
}

/** Requisitions are the strata wherever there are several. */
function measureShown(
  table: ApplicationTable,
  name: string,
  groupOf: (row: ApplicationCount) => string | null,
  counts: readonly GroupCount[],
  crossing: boolean,
  persons?: FurtherEvidence['persons'],
): MeasuredAttribute {
  const groups = counts.map(({ group }) => group);
  const strata = countsBy(table, groupOf, groups, (row) => row.postingId);
  const byPerson = persons && { persons };
  if (strata.length < 2) return measureAttribute(name, counts, crossing, { basis: 'fisher', ...byPerson });
  return measureAttribute(name, counts, crossing, {
    basis: 'strata',
    ...byPerson,
    stratified: (group, comparedWith) => compareWithinStrata(strata, group, comparedWith),
  });
}

function section(
  audit: AttributeVerdicts,
  whole: SuppressedTable | undefined,
  from: string,
  to: string,
  rows: SelectionRow[],
): SelectionSection {
  const at = (stage: string) => whole?.totals[whole.stages.indexOf(stage)] ?? null;
  return {
    attribute: audit.attribute,
    crossing: audit.crossing,
    basis: audit.basis === 'strata' ? 'strata' : 'fisher',
    from,
    to,
    highest: audit.highest,
    comparedWith: audit.comparedWith,
    rows,
    unknown: unknownPeople(whole, from),
    total: { n: at(from), selected: at(to) },
    withheld: whole?.withheld ?? false,
    notes: selectionNotes(audit, whole),
  };
}

/** 0 where everybody said their group, `null` where the count is hidden. */
function unknownPeople(whole: SuppressedTable | undefined, from: string): number | null {
  if (whole === undefined || whole.withheld) return null;
  const unknown = whole.rows.find((row) => row.group === unknownGroup);
  return unknown === undefined ? 0 : suppressedCount(unknown, whole.stages, from).value;
}
