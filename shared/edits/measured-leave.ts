import type { Edit } from '../protocol/edit.ts';

const leave = /\b(?:maternity|paternity)\b/i;
/** Kinds that a text sets beside it; one name for both would leave it open which is meant. */
const otherKind = /\b(?:maternity|paternity|(?:co-?)?parental|adoption)\s+leave\b/i;
const amount =
  /\b(?:\d+|two|three|four|five|six|eight|ten|twelve|sixteen|eighteen|twenty|full)[\s-]*(?:%|percent|weeks?|months?|days?|years?|pay)/i;

/**
 * Whether an edit takes the kind from a leave whose length or pay the text states, or beside which another kind stands: who gets what
 * would no longer be told.
 */
export function changesMeasuredLeave(text: string, { before, start, end }: Edit): boolean {
  if (!leave.test(before)) return false;
  const left = text.slice(Math.max(0, start - 60), start);
  const right = text.slice(end, end + 60);
  const around = left.slice(left.search(/[^\n.]*$/)) + (/^[^\n.]*/.exec(right)?.[0] ?? '');
  return amount.test(around) || leave.test(around) || otherKind.test(around);
}
