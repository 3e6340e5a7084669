import { isElement, isText } from '../fields/dom.ts';
import type { FieldText, Span, TextSegment } from './contract.ts';

/** What is not rendered has no display at all. */
const inlineDisplays = new Set([
  '',
  'inline',
  'inline-block',
  'inline-flex',
  'inline-grid',
  'ruby',
  'contents',
  'none',
]);
const skipped = new Set([
  'SCRIPT',
  'STYLE',
  'TEMPLATE',
  'NOSCRIPT',
  'TEXTAREA',
  'SELECT',
  'BUTTON',
  'SVG',
  'MATH',
]);
/** Editors put characters of no width beside links and into empty places to hold the caret: they are not text. */
const visible = /[^\ufeff\u200b]+/g;
/** White space that a browser may fold; a no-break space is not among it. */
const foldable = /^[ \t\r\n\f]*$/;

/**
 * Reads an editable region as text and remembers where each piece stands; the same reading serves for checking and for
 * placing marks. `<br>` and the ends of blocks become one line end. Characters keep their number: a line end or tab that
 * the browser shows as a blank, and a no-break space, become a plain blank.
 */
export function readRichText(root: HTMLElement): FieldText {
  const segments: TextSegment[] = [];
  let text = '';
  let breakPending = false;
  const view = root.ownerDocument.defaultView ?? window;

  const endLine = () => {
    if (text.length > 0) breakPending = true;
  };

  const readText = (node: Text, preserved: boolean) => {
    const { data } = node;
    if (data.search(visible) < 0) return;
    const atLineStart = breakPending || text.length === 0 || text.endsWith('\n');
    if (!preserved && foldable.test(data) && (atLineStart || standsAlone(node, view))) return;
    if (breakPending) text += '\n';
    breakPending = false;
    for (const { 0: seen, index } of data.matchAll(visible)) {
      segments.push({ node, offset: index, start: text.length, length: seen.length });
      text += preserved ? seen.replace(/\u00a0/g, ' ') : seen.replace(/[\t\r\n\f\u00a0]/g, ' ');
    }
  };

  const visit = (node: Node, preserved: boolean): void => {
    if (isText(node)) readText(node, preserved);
    if (!isElement(node) || skipped.has(node.tagName.toUpperCase())) return;
    if (node.tagName === 'BR') {
      // The last <br> of a block only holds the line open; any other one ends a line that is really there.
      if (breakPending) text += '\n';
      breakPending = text.length > 0;
      return;
    }
    if (node !== root && node.contentEditable === 'false') return;
    const style = view.getComputedStyle(node);
    if (style.display === 'none') return;
    const block = node !== root && !inlineDisplays.has(style.display);
    if (block) endLine();
    const keeps = style.whiteSpace.startsWith('pre') || style.whiteSpace === 'break-spaces';
    for (let child = node.firstChild; child; child = child.nextSibling) visit(child, keeps);
    if (block) endLine();
  };

  visit(root, false);
  return { text, segments };
}

/** Blank text between two blocks is layout, not text. */
function standsAlone(node: Text, view: Window): boolean {
  const isBlockOrEdge = (sibling: Node | null) =>
    sibling === null
      ? isElement(node.parentNode) && !inlineDisplays.has(view.getComputedStyle(node.parentNode).display)
      : isElement(sibling) && !inlineDisplays.has(view.getComputedStyle(sibling).display);
  return isBlockOrEdge(node.previousSibling) && isBlockOrEdge(node.nextSibling);
}

/**
 * The range of a span. It starts in the piece of its first character and ends in that of its last, so that a word in bold
 * is taken inside the bold. Undefined when the span lies outside the text; a span of no characters is a caret.
 */
export function richTextRange({ segments, text }: FieldText, span: Span): Range | undefined {
  if (span.start < 0 || span.end > text.length || span.end < span.start) return undefined;
  const empty = span.end === span.start;
  // Segments stand in order, and a long text has thousands: they are searched by halves.
  const first =
    segments[
      firstIndex(
        segments,
        ({ start, length }) => span.start < start + length || (empty && span.start === start + length),
      )
    ];
  const last = empty ? first : segments[firstIndex(segments, ({ start }) => start >= span.end) - 1];
  if (!first || !last || (!empty && first.start >= span.end)) return undefined;
  const range = first.node.ownerDocument.createRange();
  const startsAt = Math.max(span.start, first.start) - first.start + first.offset;
  const endsAt = Math.min(span.end, last.start + last.length) - last.start + last.offset;
  if (startsAt > first.node.length || endsAt > last.node.length) return undefined;
  range.setStart(first.node, startsAt);
  range.setEnd(last.node, endsAt);
  return range;
}

/** Where the first segment stands that passes a test which all after it pass too; their number when none does. */
function firstIndex(segments: readonly TextSegment[], passes: (segment: TextSegment) => boolean): number {
  let low = 0;
  let high = segments.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const segment = segments[middle];
    if (segment && passes(segment)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The offset in the text of a place in the nodes; of the next text after it where it stands between texts. */
export function richTextOffset({ segments, text }: FieldText, node: Node, offset: number): number {
  const place = node.ownerDocument?.createRange();
  place?.setStart(node, offset);
  for (const segment of segments) {
    const within = offset - segment.offset;
    if (segment.node === node && within <= segment.length) return segment.start + Math.max(0, within);
    if (place && place.comparePoint(segment.node, 0) >= 0) return segment.start;
  }
  return text.length;
}
