import { compare } from '../../shared/fairness/comparison.ts';
import type { AttributeVerdicts, GroupAudit } from '../../shared/fairness/group-audit.ts';
import type { SuppressedTable } from '../../shared/fairness/suppression.ts';
import { smallestShown } from '../../shared/fairness/suppression.ts';
import { comparisonGroup, judge } from '../../shared/fairness/verdict.ts';
import type { SelectionRow } from '../../shared/protocol/report.ts';
import { count } from './format.ts';
import { finite, rounded, roundedInterval } from './printed-figures.ts';
import { groupSentence, outOf } from './selection-words.ts';
import { texts } from './texts.ts';

/** A count of a suppressed table: `null` where it is hidden, `small` where it is known to be under 5. */
export function suppressedCount(
  row: SuppressedTable['rows'][number],
  stages: readonly string[],
  stage: string,
) {
  const index = stages.indexOf(stage);
  return { value: row.reached[index] ?? null, small: row.small[index] ?? false };
}

/** The row of a group: its figures, or as much as may be told of a group whose counts are hidden. */
export function selectionRow(
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
  const n = row === undefined ? null : suppressedCount(row, whole.stages, from).value;
  const small = row !== undefined && suppressedCount(row, whole.stages, to).small;
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

/** The row of a group whose counts are shown. */
export function shownRow(group: GroupAudit, audit: AttributeVerdicts): SelectionRow {
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
      ? texts.selection.reference(group.group)
      : groupSentence(group, reference, audit, texts.sentence.requisitions),
  };
}
