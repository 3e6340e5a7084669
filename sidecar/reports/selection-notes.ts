import type { AttributeVerdicts, GroupAudit } from '../../shared/fairness/group-audit.ts';
import type { SuppressedTable } from '../../shared/fairness/suppression.ts';
import { significance } from '../../shared/fairness/verdict.ts';
import { list, ratio, ratioRange } from './format.ts';
import { texts } from './texts.ts';

const words = texts.selection;

/** What must be said beside a selection table, so that no figure in it is read for more than it is. */
export function selectionNotes(audit: AttributeVerdicts, whole: SuppressedTable | undefined): string[] {
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
