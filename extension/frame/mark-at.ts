import { type Box, toOurViewport } from '../fields/geometry.ts';
import type { MarkPlace } from './card-session.ts';
import type { CheckedField } from './checked-field.ts';

/** The mark that a click hit: the pointer is over one of the boxes in which its words stand. */
export function markAt(event: MouseEvent, fields: readonly CheckedField[]): MarkPlace | undefined {
  const owner = (event.target as Node).ownerDocument ?? document;
  const { clientX: left, clientY: top } = event;
  const point = toOurViewport({ left, top, right: left, bottom: top }, owner);
  const path = event.composedPath();
  const field = fields.find(({ editor }) => path.includes(editor.root));
  field?.editor.follow();
  const mark = field?.marks.find((candidate) => {
    const range = field.editor.rangeFor(candidate);
    const document = range?.startContainer.ownerDocument;
    if (!range || !document) return false;
    return [...range.getClientRects()].some((rect) => contains(toOurViewport(rect, document), point));
  });
  return field && mark ? { field, mark } : undefined;
}

function contains(box: Box, { left, top }: Box): boolean {
  return left >= box.left && left <= box.right && top >= box.top && top <= box.bottom;
}
