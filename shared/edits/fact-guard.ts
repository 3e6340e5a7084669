import type { Edit, Fact, RefusedEdit } from '../protocol/edit.ts';
import { applyEdits, inTextOrder } from './apply-edits.ts';
import { changedContent } from './changed-content.ts';
import { extractFacts } from './extract-facts.ts';
import { wordDiff } from './word-diff.ts';

/** The lines that the edits touch, before and after; facts never cross a line, so nothing else can have changed. */
function touchedLines(text: string, edits: readonly Edit[]): { before: string; after: string } {
  const first = Math.min(...edits.map((edit) => edit.start));
  const last = Math.max(...edits.map((edit) => edit.end));
  const from = text.slice(0, first).lastIndexOf('\n') + 1;
  const to = text.indexOf('\n', last);
  const before = text.slice(from, to === -1 ? text.length : to);
  const shifted = edits.map((edit) => ({ ...edit, start: edit.start - from, end: edit.end - from }));
  return { before, after: applyEdits(before, shifted) };
}

const same = (a: Fact | undefined, b: Fact | undefined) => a?.kind === b?.kind && a?.value === b?.value;

/** The first fact that one side has and the other lacks; facts that changed places count as changed. */
function firstDifference(before: readonly Fact[], after: readonly Fact[]): Fact | undefined {
  const lost = before.find((fact) => !after.some((other) => same(fact, other)));
  if (lost) return lost;
  const added = after.find((fact) => !before.some((other) => same(fact, other)));
  if (added) return added;
  const at = before.findIndex((fact, i) => !same(fact, after[i]));
  return at === -1 ? after[before.length] : before[at];
}

/** `not A but B` against `A but not B` has the same facts in the same order; the words around them tell. */
function movedNegation(edits: readonly Edit[]): Fact | undefined {
  const negationsOf = (text: string) => extractFacts(text).filter(({ kind }) => kind === 'negation');
  return edits
    .filter((edit) => negationsOf(edit.before).length > 0)
    .flatMap((edit) => wordDiff(edit.before, edit.after, edit.source))
    .map((hunk) => firstDifference(negationsOf(hunk.before), negationsOf(hunk.after)))
    .find((fact) => fact !== undefined);
}

function brokenByAll(text: string, edits: readonly Edit[]): Fact | undefined {
  const { before, after } = touchedLines(text, edits);
  return (
    firstDifference(extractFacts(before), extractFacts(after)) ??
    movedNegation(edits) ??
    changedContent(before, after)
  );
}

/**
 * The fact guard: the first fact of the text that this edit would change, drop, add or move; `undefined` when it changes
 * none. The edit is judged in its place, so half a number or half a name is seen as the whole.
 * @throws {EditError} when the edit does not fit the text.
 */
export function brokenFact(text: string, edit: Edit): Fact | undefined {
  return brokenByAll(text, [edit]);
}

/**
 * Splits edits into those that leave every fact as it is and those that do not. Edits that pass one by one and break a
 * fact together (on one line) are refused from the last on. An edit whose `after` carries one of the `approved`
 * statements of the company and inserts it is accepted: the company's own people entered it as true.
 * @throws {EditError} when an edit does not fit the text or two overlap.
 */
export function guardEdits(
  text: string,
  edits: readonly Edit[],
  approved: readonly string[] = [],
): { accepted: Edit[]; refused: RefusedEdit[] } {
  applyEdits(text, edits);
  const accepted: Edit[] = [];
  const refused: RefusedEdit[] = [];
  const guarded: Edit[] = [];
  for (const edit of inTextOrder(edits)) {
    const statement = edit.source === 'insert' && approved.some((a) => insertedText(edit) === a.trim());
    if (statement) {
      accepted.push(edit);
      continue;
    }
    const fact =
      brokenFact(text, edit) ?? (guarded.length > 0 ? brokenByAll(text, [...guarded, edit]) : undefined);
    if (fact) refused.push({ edit, fact });
    else {
      accepted.push(edit);
      guarded.push(edit);
    }
  }
  return { accepted, refused };
}

/** The sentence that an insert adds, without the line break and bullet that lead to it. */
function insertedText(edit: Edit): string {
  return edit.after.replace(/^\s*(?:[-*•·–]\s+)?/u, '').trim();
}
