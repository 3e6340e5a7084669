import { applyEdits } from '../../shared/edits/apply-edits.ts';
import { guardEdits } from '../../shared/edits/fact-guard.ts';
import { addsHiddenText } from '../../shared/edits/hidden-text.ts';
import { articleBefore } from '../../shared/edits/indefinite-article.ts';
import { changesKnownPerson } from '../../shared/edits/known-person.ts';
import { changesPeopleServed } from '../../shared/edits/people-served.ts';
import { joinsSeveralPeople } from '../../shared/edits/several-people.ts';
import { changesStatedLeave } from '../../shared/edits/stated-leave.ts';
import { wordDiff } from '../../shared/edits/word-diff.ts';
import type { Check } from '../../shared/protocol/check.ts';
import type { Edit, RefusedEdit } from '../../shared/protocol/edit.ts';
import { isMarked, isMendable } from '../../shared/protocol/finding.ts';
import { isGroupNeutral } from '../../training/group-neutral.ts';
import { changesBeyondFlagged } from './beyond-flagged.ts';
import { asPart, within } from './clause.ts';
import { misspellsCopy } from './misspelt-copy.ts';

/** Why a model's alternative is not offered. */
export const refusalReasons = [
  'unchanged',
  'length',
  'form',
  'still-flagged',
  'new-finding',
  'fact',
  'beyond-flagged',
  'names-a-group',
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

export type Judgement =
  | { readonly ok: true; readonly edit: Edit }
  | { readonly ok: false; readonly reason: RefusalReason; readonly refused?: RefusedEdit };

/** A sentence of the posting with the rule whose finding is to be mended. */
export interface JudgedSentence {
  readonly start: number;
  readonly text: string;
  readonly ruleId: string;
}

/** At most this much longer than the sentence it replaces, and at least this much of it left. */
const lengthLimits = { most: 1.5, least: 0.4, slack: 24 } as const;

/**
 * Whether an alternative for one sentence may be offered, as a single edit of the whole text: it mends a finding, makes
 * no new one, changes no fact, names no protected group and keeps its length. The text of a language model is never trusted further than this.
 */
export function judgeAlternative(
  text: string,
  sentence: JudgedSentence,
  alternative: string,
  check: (text: string) => Check,
): Judgement {
  const after = asPart(sentence.text.trim(), alternative.trim());
  if (after === sentence.text.trim()) return { ok: false, reason: 'unchanged' };
  if (/[\n\r<>{}]|\*\*|^["'“]/.test(after) || endMark(after) !== endMark(sentence.text))
    return { ok: false, reason: 'form' };
  const { most, least, slack } = lengthLimits;
  if (after.length > sentence.text.length * most + slack || after.length < sentence.text.length * least)
    return { ok: false, reason: 'length' };

  const hunks = hunksOf(sentence, after);
  const edit = wholeChange(sentence, after, hunks);
  if (edit === undefined) return { ok: false, reason: 'unchanged' };
  if (addsHiddenText(edit)) return { ok: false, reason: 'form' };
  if (misspellsCopy(text, edit.before, edit.after) || stumbles(sentence.text, after))
    return { ok: false, reason: 'form' };
  const { refused } = guardEdits(text, [edit]);
  if (refused[0]) return { ok: false, reason: 'fact', refused: refused[0] };
  if (hunks.some((hunk) => changesSomebody(text, hunk))) return { ok: false, reason: 'fact' };

  const found = check(text);
  const before = countMarks(found);
  const now = countMarks(check(applyEdits(text, [edit])));
  if ([...now].some(([rule, count]) => count > (before.get(rule) ?? 0)))
    return { ok: false, reason: 'new-finding' };
  if ((now.get(sentence.ruleId) ?? 0) >= (before.get(sentence.ruleId) ?? 0))
    return { ok: false, reason: 'still-flagged' };
  if (changesBeyondFlagged(sentence.text, flaggedIn(sentence, found), after))
    return { ok: false, reason: 'beyond-flagged' };
  if (!isGroupNeutral(edit.after)) return { ok: false, reason: 'names-a-group' };
  return { ok: true, edit };
}

/** The differences, with offsets in the whole text. */
const hunksOf = (sentence: JudgedSentence, after: string): Edit[] =>
  wordDiff(sentence.text, after, 'model').map((hunk) => ({
    ...hunk,
    start: sentence.start + hunk.start,
    end: sentence.start + hunk.end,
  }));

/** The sentence's hunks as one edit: hunks of one sentence are right or wrong together. */
function wholeChange(sentence: JudgedSentence, after: string, hunks: readonly Edit[]): Edit | undefined {
  const [first, last] = [hunks[0], hunks.at(-1)];
  if (!first || !last) return undefined;
  const [start, end] = [first.start - sentence.start, last.end - sentence.start];
  return {
    start: first.start,
    end: last.end,
    before: sentence.text.slice(start, end),
    after: after.slice(start, after.length - (sentence.text.length - end)),
    source: 'model',
    ruleId: sentence.ruleId,
  };
}

/** Somebody who is known, served or on leave, as for curated edits. */
const changesSomebody = (text: string, hunk: Edit) =>
  [changesKnownPerson, changesStatedLeave, changesPeopleServed, joinsSeveralPeople].some((changes) =>
    changes(text, hunk),
  );

/** What may be changed: marked wording that is no question to the hiring manager, with offsets in the sentence. */
function flaggedIn(sentence: JudgedSentence, { findings }: Check) {
  const { start } = sentence;
  return within(sentence, findings.filter(isMendable)).map((finding) => ({
    ...finding,
    start: finding.start - start,
    end: finding.end - start,
  }));
}

/** A word twice in a row (`motivated and motivated`), or the wrong one of `a` and `an`, where there was none. */
function stumbles(before: string, after: string): boolean {
  const faults = (text: string) => [
    ...(text.match(/\b(\p{L}+)(?:,?\s+|,?\s+(?:and|or)\s+)\1\b/giu) ?? []),
    ...[...text.matchAll(/\b(an?)\s+([\p{L}\p{N}]+)/giu)].flatMap(([both, article = '', word = '']) =>
      articleBefore(word, article).toLowerCase() === article.toLowerCase() ? [] : [both],
    ),
  ];
  const known = new Set(faults(before));
  return faults(after).some((fault) => !known.has(fault));
}

const endMark = (text: string) => /[.!?:;]$/.exec(text.trim())?.[0] ?? '';

function countMarks(check: Check): Map<string, number> {
  const counts = new Map<string, number>();
  for (const finding of check.findings)
    if (isMarked(finding)) counts.set(finding.ruleId, (counts.get(finding.ruleId) ?? 0) + 1);
  return counts;
}
