import { compare } from '../../shared/fairness/comparison.ts';
import type {
  AttributeVerdicts,
  FurtherEvidence,
  GroupAudit,
  MeasuredAttribute,
} from '../../shared/fairness/group-audit.ts';
import { concludeFamily, measureAttribute } from '../../shared/fairness/group-audit.ts';
import type { Interval } from '../../shared/fairness/interval.ts';
import type { GroupCount } from '../../shared/fairness/selection-rate.ts';
import { compareWithinStrata } from '../../shared/fairness/stratified-comparison.ts';
import type { SuppressedTable } from '../../shared/fairness/suppression.ts';
import { smallestShown } from '../../shared/fairness/suppression.ts';
import { comparisonGroup, judge, significance } from '../../shared/fairness/verdict.ts';
import type { SelectionRow, SelectionSection } from '../../shared/protocol/report.ts';
import type { Random } from '../../shared/random.ts';
import type { ApplicationTable } from './application-table.ts';
import { assessedStage, countsBy, inAttribute, selectedStage, unknownGroup } from './application-table.ts';
import { showableTables } from './crossing-tables.ts';
import { count, list, ratio, ratioRange } from './format.ts';
import { personEvidence } from './person-evidence.ts';
import type { ApplicantCount, ApplicationCount } from './report-source.ts';
import { attributeSentences, groupSentence, outOf } from './selection-words.ts';
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

function cell(row: SuppressedTable['rows'][number], stages: readonly string[], stage: string) {
  const index = stages.indexOf(stage);
  return { value: row.reached[index] ?? null, small: row.small[index] ?? false };
}

/** Groups of which both counts are shown: nothing else may shape a figure that is printed. */
function shownGroups(table: SuppressedTable | undefined, from: string, to: string): GroupCount[] {
  if (table === undefined) return [];
  return table.rows.flatMap((row) => {
    const n = cell(row, table.stages, from).value;
    const selected = cell(row, table.stages, to).value;
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
    notes: notesOf(audit, whole),
  };
}

/** 0 where everybody said their group, `null` where the count is hidden. */
function unknownPeople(whole: SuppressedTable | undefined, from: string): number | null {
  if (whole === undefined || whole.withheld) return null;
  const unknown = whole.rows.find((row) => row.group === unknownGroup);
  return unknown === undefined ? 0 : cell(unknown, whole.stages, from).value;
}

function notesOf(audit: AttributeVerdicts, whole: SuppressedTable | undefined): string[] {
  if (whole?.withheld) return [words.withheld];
  const named = (groups: readonly GroupAudit[]) => list(groups.map((group) => `"${group.group}"`));
  const notes: string[] = [];
  if (audit.highest !== null && audit.comparedWith !== null && audit.highest !== audit.comparedWith) {
    notes.push(words.highestIsSmall(audit.highest, audit.comparedWith));
  } else if (audit.comparedWith !== null) notes.push(words.reference(audit.comparedWith));
  if (audit.basis === 'strata') notes.push(words.strata);
  const disagreeing = audit.groups.filter((group) => group.pooledDisagrees);
  if (disagreeing.length > 0) notes.push(words.disagree(named(disagreeing)));
  const mixed = audit.groups.filter((group) => (group.stratified?.homogeneityP ?? 1) < 0.05);
  if (mixed.length > 0) notes.push(words.heterogeneous(named(mixed)));
  notes.push(...personNotes(audit));
  if (whole?.rows.some((row) => row.reached.includes(null))) notes.push(words.hidden);
  return notes;
}

/** What the figures say when whoever applied several times is drawn as one person. */
function personNotes({ groups, comparedWith }: AttributeVerdicts): string[] {
  const counted = groups.filter((group) => group.persons !== null);
  if (counted.length === 0 || comparedWith === null) return [];
  const ratios = counted.map(({ group, comparedRatio, persons }) =>
    words.byPersonRatio(group, ratio(comparedRatio), ratioRange(persons?.interval ?? null)),
  );
  const doubtful = counted.filter(
    ({ verdict, persons }) =>
      verdict.word === 'evidence of a difference' && (persons?.p ?? 0) >= significance,
  );
  return [
    words.byPerson(comparedWith, list(ratios)),
    ...(doubtful.length > 0 ? [words.byPersonDoubt(list(doubtful.map(({ group }) => `"${group}"`)))] : []),
  ];
}

function selectionRow(
  group: string,
  audit: AttributeVerdicts,
  whole: SuppressedTable,
  from: string,
  to: string,
  comparisons: number,
): SelectionRow {
  const shown = audit.groups.find((row) => row.group === group);
  if (shown !== undefined) return shownRow(shown, audit);
  const row = whole.rows.find((one) => one.group === group);
  const n = row === undefined ? null : cell(row, whole.stages, from).value;
  const small = row !== undefined && cell(row, whole.stages, to).small;
  const hidden: SelectionRow = { ...emptyRow, group, n, small, sentence: texts.sentence.notShown(group) };
  return small && n !== null ? boundedRow(hidden, n, audit, comparisons) : hidden;
}

/**
 * A group of which fewer than 5 were selected. The verdict is that of 4 selections, the most it can be, so that it
 * tells no more than "fewer than 5" does; p is Bonferroni-adjusted.
 */
function boundedRow(
  hidden: SelectionRow,
  n: number,
  audit: AttributeVerdicts,
  comparisons: number,
): SelectionRow {
  const reference = comparisonGroup(audit.counts);
  const referenceRow = audit.groups.find((row) => row.group === reference?.group);
  if (reference === undefined || referenceRow === undefined) return hidden;
  const most = { group: hidden.group, n, selected: Math.min(n, smallestShown - 1) };
  const { fisherP, comparedRatio } = compare(most, audit.counts, reference, reference);
  const p = fisherP === null ? null : Math.min(1, fisherP * (comparisons + 1));
  const lower = (comparedRatio ?? 1) < 1;
  const verdict = judge(most, reference, audit.counts, p, lower);
  const start = texts.sentence.small(hidden.group, count(n), reference.group, outOf(referenceRow));
  if (verdict.word === 'evidence of a difference' && lower) {
    return {
      ...hidden,
      verdict: verdict.word,
      direction: 'lower',
      sentence: `${start} ${texts.sentence.smallEvidence}`,
    };
  }
  return { ...hidden, verdict: 'not enough data', sentence: `${start} ${texts.sentence.notEnough('')}` };
}

const emptyRow: SelectionRow = {
  group: '',
  n: null,
  selected: null,
  small: false,
  selectionRate: null,
  wilson: null,
  impactRatio: null,
  koopman: null,
  katz: null,
  smallCategory: false,
  p: null,
  holmP: null,
  oddsRatio: null,
  oddsRatioInterval: null,
  homogeneityP: null,
  byPerson: null,
  shortfall: null,
  flip: null,
  powerAtFourFifths: null,
  verdict: 'not shown',
  direction: null,
  needed: null,
  pooledDisagrees: false,
  sentence: '',
};

/** JSON has no infinity: an unbounded limit is `null`. */
export function finite(interval: Interval | null) {
  return (
    interval && { lower: interval.lower, upper: Number.isFinite(interval.upper) ? interval.upper : null }
  );
}

/** Three digits: more of them could tell the counts of single requisitions, which are not shown. */
export function rounded<T extends number | null>(value: T): T {
  return (value === null ? null : Number(value.toPrecision(3))) as T;
}

export function roundedInterval(interval: Interval | null) {
  const range = finite(interval);
  return range && { lower: rounded(range.lower), upper: rounded(range.upper) };
}

function shownRow(group: GroupAudit, audit: AttributeVerdicts): SelectionRow {
  const reference = audit.groups.find((row) => row.group === audit.comparedWith);
  const isReference = reference === undefined || reference.group === group.group;
  return {
    group: group.group,
    n: group.n,
    selected: group.selected,
    small: false,
    selectionRate: group.selectionRate,
    wilson: finite(group.wilson),
    impactRatio: group.impactRatio,
    koopman: finite(group.koopman),
    katz: finite(group.katz),
    smallCategory: group.smallCategory,
    p: rounded(audit.basis === 'strata' ? (group.stratified?.p ?? null) : group.fisherP),
    holmP: rounded(group.holmP),
    oddsRatio: rounded(group.stratified?.oddsRatio ?? null),
    oddsRatioInterval: roundedInterval(group.stratified?.interval ?? null),
    homogeneityP: rounded(group.stratified?.homogeneityP ?? null),
    byPerson: group.persons && {
      interval: roundedInterval(group.persons.interval),
      p: rounded(group.persons.p),
    },
    shortfall: group.shortfall,
    flip: group.flip,
    powerAtFourFifths: group.powerAtFourFifths,
    verdict: group.verdict.word,
    direction: group.verdict.direction,
    needed: group.verdict.needed,
    pooledDisagrees: group.pooledDisagrees,
    sentence: isReference
      ? words.reference(group.group)
      : groupSentence(group, reference, audit, texts.sentence.requisitions),
  };
}
