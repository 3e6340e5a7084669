import { applyEdits } from '../../shared/edits/apply-edits.ts';
import { guardEdits } from '../../shared/edits/fact-guard.ts';
import { addsHiddenText } from '../../shared/edits/hidden-text.ts';
import { wordDiff } from '../../shared/edits/word-diff.ts';
import type { Check } from '../../shared/protocol/check.ts';
import type { Edit, RefusedEdit } from '../../shared/protocol/edit.ts';
import { isMarked } from '../../shared/protocol/finding.ts';
import { isGroupNeutral } from '../../training/group-neutral.ts';
import { misspellsCopy } from './misspelt-copy.ts';

/** Why a model's alternative is not offered. */
export const refusalReasons = [
  'unchanged',
  'length',
  'form',
  'still-flagged',
  'new-finding',
  'fact',
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
  const after = alternative.trim();
  if (after === sentence.text.trim()) return { ok: false, reason: 'unchanged' };
  if (/[\n\r<>{}]|\*\*|^["'“]/.test(after) || endMark(after) !== endMark(sentence.text))
    return { ok: false, reason: 'form' };
  const { most, least, slack } = lengthLimits;
  if (after.length > sentence.text.length * most + slack || after.length < sentence.text.length * least)
    return { ok: false, reason: 'length' };

  const edit = wholeChange(sentence, after);
  if (edit === undefined) return { ok: false, reason: 'unchanged' };
  if (addsHiddenText(edit)) return { ok: false, reason: 'form' };
  if (misspellsCopy(text, edit.before, edit.after)) return { ok: false, reason: 'form' };
  const { refused } = guardEdits(text, [edit]);
  if (refused[0]) return { ok: false, reason: 'fact', refused: refused[0] };
  if (speaksForEmployer(after) && !speaksForEmployer(sentence.text)) return { ok: false, reason: 'fact' };

  const before = countMarks(check(text));
  const now = countMarks(check(applyEdits(text, [edit])));
  if ([...now].some(([rule, count]) => count > (before.get(rule) ?? 0)))
    return { ok: false, reason: 'new-finding' };
  if ((now.get(sentence.ruleId) ?? 0) >= (before.get(sentence.ruleId) ?? 0))
    return { ok: false, reason: 'still-flagged' };
  if (!isGroupNeutral(edit.after)) return { ok: false, reason: 'names-a-group' };
  return { ok: true, edit };
}

/** The sentence's hunks as one edit: hunks of one sentence are right or wrong together. */
function wholeChange(sentence: JudgedSentence, after: string): Edit | undefined {
  const hunks = wordDiff(sentence.text, after, 'model');
  const first = hunks[0];
  const last = hunks.at(-1);
  if (!first || !last) return undefined;
  const tail = sentence.text.length - last.end;
  return {
    start: sentence.start + first.start,
    end: sentence.start + last.end,
    before: sentence.text.slice(first.start, last.end),
    after: after.slice(first.start, after.length - tail),
    source: 'model',
    ruleId: sentence.ruleId,
  };
}

/** `He or she is responsible` must not become `We are responsible`. */
const speaksForEmployer = (text: string) => /\b(?:[Ww]e|us|[Oo]urs?|I|[Mm]y|me)\b/.test(text);

const endMark = (text: string) => /[.!?:;]$/.exec(text.trim())?.[0] ?? '';

function countMarks(check: Check): Map<string, number> {
  const counts = new Map<string, number>();
  for (const finding of check.findings)
    if (isMarked(finding)) counts.set(finding.ruleId, (counts.get(finding.ruleId) ?? 0) + 1);
  return counts;
}
