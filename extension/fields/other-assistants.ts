import type { Box } from './geometry.ts';

/** What Grammarly, LanguageTool, QuillBot and the like leave in a page: elements of their own, and signs on the fields. */
const elements = /^(?:grammarly|lt|pwa|quillbot|wordtune|deepl)-/;
export const assistantSigns = [
  'data-lt-tmp-id',
  'data-quillbot-element',
  'data-gramm_editor',
  'data-gramm',
] as const;

/** Whether another writing assistant works in this field. */
export function hasOtherAssistant(field: Element): boolean {
  if (assistantSigns.some((name) => (field.getAttribute(name) ?? 'false') !== 'false')) return true;
  const { documentElement, body } = field.ownerDocument;
  return [...documentElement.children, ...(body?.children ?? [])].some(({ localName }) =>
    elements.test(localName),
  );
}

/** Of nine points of a box: a button at the edge of a field covers one or two, a card more. */
const enough = 3;

/** Whether another assistant shows a card in this box (pixels of the window): two cards on one word would hide each other. */
export function otherCardIn(document: Document, { left, top, right, bottom }: Box): boolean {
  const shares = [0.15, 0.5, 0.85];
  const covered = shares.flatMap((x) =>
    shares.filter((y) =>
      document
        .elementsFromPoint(left + x * (right - left), top + y * (bottom - top))
        .some(({ localName }) => elements.test(localName)),
    ),
  );
  return covered.length >= enough;
}
