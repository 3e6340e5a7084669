import type { Edit } from '../../shared/protocol/edit.ts';
import type { TextSegment } from './contract.ts';

/**
 * Splits a change that runs over the edge of bold, a link or the like into one change a piece of text, so that each piece
 * keeps its formatting: `a <b>rockstar</b>` to `an expert` becomes `a` to `an` and `rockstar` to `expert`. Words are paired
 * when there are as many after as before; else the longest piece takes the new words and the others go. A change within one
 * piece, or over the end of a block, stays whole. In text order.
 */
export function splitAtFormatting(edit: Edit, segments: readonly TextSegment[]): Edit[] {
  const touched = segments.filter(({ start, length }) => start < edit.end && start + length > edit.start);
  if (touched.length < 2 || edit.before.includes('\n')) return [edit];
  return pairWords(edit) ?? longestTakesAll(edit, touched);
}

function pairWords(edit: Edit): Edit[] | undefined {
  const before = edit.before.split(/(\s+)/);
  const after = edit.after.split(/(\s+)/);
  if (before.length !== after.length || before.length < 2) return undefined;
  let start = edit.start;
  return before.flatMap((word, index) => {
    const at = start;
    start += word.length;
    const next = after[index] ?? '';
    return word === next ? [] : [{ ...edit, start: at, end: start, before: word, after: next }];
  });
}

function longestTakesAll(edit: Edit, segments: readonly TextSegment[]): Edit[] {
  const pieces = segments.map((segment) => {
    const start = Math.max(segment.start, edit.start);
    const end = Math.min(segment.start + segment.length, edit.end);
    return {
      ...edit,
      start,
      end,
      before: edit.before.slice(start - edit.start, end - edit.start),
      after: '',
    };
  });
  const longest = pieces.reduce((best, piece) => (piece.before.length > best.before.length ? piece : best));
  return pieces.map((piece) => (piece === longest ? { ...piece, after: edit.after } : piece));
}
