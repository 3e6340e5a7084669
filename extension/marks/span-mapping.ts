import type { Span } from '../editors/contract.ts';

/** The one smallest change that turns one text into another. */
interface TextChange {
  readonly start: number;
  readonly oldEnd: number;
  readonly newEnd: number;
}

function smallestChange(before: string, after: string): TextChange {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start += 1;
  let tail = 0;
  while (
    tail < shorter - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  ) {
    tail += 1;
  }
  return { start, oldEnd: before.length - tail, newEnd: after.length - tail };
}

/**
 * Carries marks over from one text to the next while someone types, until the new text is checked: marks before the change
 * stay, marks after it move, marks that it touches go. A mark whose words are no longer exactly the same goes too.
 */
export function carryOver<T extends Span>(marks: readonly T[], before: string, after: string): T[] {
  if (before === after) return [...marks];
  const change = smallestChange(before, after);
  const shift = change.newEnd - change.oldEnd;
  return marks.flatMap((mark) => {
    const moved =
      mark.end <= change.start
        ? mark
        : mark.start >= change.oldEnd
          ? { ...mark, start: mark.start + shift, end: mark.end + shift }
          : undefined;
    const same = moved && after.slice(moved.start, moved.end) === before.slice(mark.start, mark.end);
    return same ? [moved] : [];
  });
}
