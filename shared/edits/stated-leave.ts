import type { Edit } from '../protocol/edit.ts';

const leave = /\b(?:maternity|paternity)\b/i;
/** Kinds that a text sets beside it; one name for both would leave it open which is meant. */
const otherKind = /\b(?:maternity|paternity|(?:co-?)?parental|adoption)\s+leave\b/i;
const receiver = /\b(?:female|male|wom[ae]n|m[ae]n|(?<!and\s)mothers?|fathers?|mums?|moms?|dads?)\b/i;
const amount =
  /\b(?:\d+|two|three|four|five|six|eight|ten|twelve|sixteen|eighteen|twenty|full)[\s-]*(?:%|percent|weeks?|months?|days?|years?|pay)/i;

/**
 * Whether an edit would change what a text states of a leave: the kind of one whose length or pay is told, beside which another stands
 * or that certain people get; or who gets it.
 */
export function changesStatedLeave(text: string, { before, start, end }: Edit): boolean {
  const left = text.slice(Math.max(0, start - 60), start);
  const right = text.slice(end, end + 60);
  const around = `${left.slice(left.search(/[^\n.]*$/))} ${/^[^\n.]*/.exec(right)?.[0] ?? ''}`;
  if (leave.test(before)) return [amount, leave, otherKind, receiver].some((other) => other.test(around));
  return receiver.test(before) && otherKind.test(around);
}
