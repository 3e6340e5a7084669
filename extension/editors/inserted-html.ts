import { selectRange } from './selection.ts';
import { pathTo, type TextPiece, type TogetherStep } from './together.ts';

/** A run of neighbouring blocks that holds every change. */
interface ChangedBlocks {
  readonly range: Range;
  /** The blocks as they are to be. */
  readonly html: string;
  /** The whole region as it is to be. */
  readonly expected: string;
}

/**
 * For regions that the browser itself edits: the blocks that change are put in anew by one command, which is one step of its
 * undo. Browsers rewrite what they insert now and then; whatever is not exactly the old markup with the new words is taken
 * back at once.
 * @param mayRenew whether a node among these blocks may give way to an equal one.
 */
export function insertedAsHtml(mayRenew: (node: Node) => boolean): TogetherStep {
  return {
    how: 'typed',
    async run(root, pieces) {
      const before = root.innerHTML;
      const blocks = changedBlocks(root, pieces, mayRenew);
      if (!blocks) return false;
      await selectRange(root, blocks.range);
      const page = root.ownerDocument;
      if (root.innerHTML !== before || !page.execCommand('insertHTML', false, blocks.html)) return false;
      if (root.innerHTML === blocks.expected) return true;
      page.execCommand('undo');
      return root.innerHTML !== before;
    },
  };
}

function changedBlocks(
  root: HTMLElement,
  pieces: readonly TextPiece[],
  mayRenew: (node: Node) => boolean,
): ChangedBlocks | undefined {
  const first = pieces.at(-1)?.node;
  const last = pieces[0]?.node;
  if (!first || !last) return undefined;
  const range = root.ownerDocument.createRange();
  range.setStartBefore(first);
  range.setEndAfter(last);
  let around: Node = range.commonAncestorContainer;
  while (around !== root && !childrenAreBlocks(around)) around = around.parentNode ?? root;
  let start = indexOfChildWith(around, first);
  // Chromium puts what comes after it into a first block that is a heading or a quotation.
  while (start > 0 && !openBlockNames.test(nameOf(around.childNodes[start]))) start -= 1;
  const end = indexOfChildWith(around, last) + 1;
  const run = [...around.childNodes].slice(start, end);
  if (!childrenAreBlocks(around) || !run.every(mayRenew)) return undefined;
  range.setStart(around, start);
  range.setEnd(around, end);

  const copy = root.cloneNode(true) as HTMLElement;
  for (const { node, start: from, end: to, text } of pieces) {
    (nodeAt(copy, pathTo(node, root)) as Text).replaceData(from, to - from, text);
  }
  const expected = copy.innerHTML;
  const box = root.ownerDocument.createElement('div');
  box.append(...[...nodeAt(copy, pathTo(around, root)).childNodes].slice(start, end));
  return { range, html: box.innerHTML, expected };
}

const blockNames = /^(?:p|div|ul|ol|li|h[1-6]|blockquote)$/;
const openBlockNames = /^(?:p|div|ul|ol|li)$/;
const inlineNames = /^(?:strong|b|em|i|u|s|small|sub|sup|mark|code|a|span|font|br)$/;

function childrenAreBlocks({ childNodes }: Node): boolean {
  return [...childNodes].every((child) => blockNames.test(nameOf(child)));
}

/** Text and its formatting alone. An editor that owns its nodes marks them, and would miss the old ones. */
export function isPlainMarkup(node: Node): boolean {
  if (node.nodeType === 3) return true;
  const name = nameOf(node);
  if (!blockNames.test(name) && !inlineNames.test(name)) return false;
  const marked = (node as Element).getAttributeNames().some((one) => /^(?:data-|contenteditable$)/.test(one));
  return !marked && [...node.childNodes].every(isPlainMarkup);
}

function nameOf(node: Node | undefined): string {
  return node?.nodeType === 1 ? (node as Element).localName : '';
}

function indexOfChildWith(parent: Node, inner: Node): number {
  return [...parent.childNodes].findIndex((child) => child.contains(inner));
}

function nodeAt(root: Node, path: readonly number[]): Node {
  return path.reduce<Node>((at, index) => at.childNodes[index] ?? at, root);
}
