import { inTextOrder } from '../../shared/edits/apply-edits.ts';
import { minimiseEdit } from '../../shared/edits/minimise-edit.ts';
import type { Edit } from '../../shared/protocol/edit.ts';
import { isText } from '../fields/dom.ts';
import type { PageRewrite } from '../messages.ts';
import type { EditorSurroundings, FieldText, ReplaceWay } from './contract.ts';
import { richTextRange } from './rich-text.ts';
import { focusElement, selectRange } from './selection.ts';
import { splitAtFormatting } from './split-edit.ts';

/** One change within one text node; offsets are those of the node. */
export interface TextPiece {
  readonly node: Text;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A way to make many changes as one that one undo takes back. False: not possible here, and nothing was changed. */
export interface TogetherStep {
  readonly how: ReplaceWay;
  run(root: HTMLElement, pieces: readonly TextPiece[], surroundings: EditorSurroundings): Promise<boolean>;
}

/** Edits as changes of text nodes, from the last to the first; undefined when one of them is more than that. */
export function textPieces(edits: readonly Edit[], reading: FieldText): TextPiece[] | undefined {
  const small = edits.flatMap((edit) =>
    splitAtFormatting(minimiseEdit(edit), reading.segments).map(minimiseEdit),
  );
  const pieces: TextPiece[] = [];
  // Of inserts at one place the last goes in first, and the others before it.
  for (const edit of inTextOrder(small).reverse()) {
    const range = richTextRange(reading, edit);
    const node = range?.startContainer;
    if (!range || !isText(node) || node !== range.endContainer) return undefined;
    pieces.push({ node, start: range.startOffset, end: range.endOffset, text: edit.after });
  }
  return pieces;
}

/** For editors that watch their own nodes: what changes in one go they take for one change. */
export const writtenInOneGo: TogetherStep = {
  how: 'typed',
  async run(root, pieces) {
    const first = pieces.at(-1);
    if (!first) return false;
    // Undo needs a caret in the editor.
    const caret = first.node.ownerDocument.createRange();
    caret.setStart(first.node, first.start);
    await selectRange(root, caret);
    for (const { node, start, end, text } of pieces) node.replaceData(start, end - start, text);
    return true;
  },
};

/** As one step of the editor's own undo, by its own object in the page's world. */
export function rewrittenThroughPage(family: PageRewrite['family']): TogetherStep {
  return {
    how: 'page-editor',
    async run(root, pieces, surroundings) {
      focusElement(root);
      const paths = pieces.map(({ node, ...rest }) => ({ ...rest, path: pathTo(node, root) }));
      return surroundings.rewriteThroughPage({ family, pieces: paths });
    },
  };
}

/** Which child of which child of `root` the node is: good for a copy too, and for the page's world, which lacks our references. */
export function pathTo(node: Node, root: Node): number[] {
  const path: number[] = [];
  for (let at = node; at !== root; ) {
    const { parentNode } = at;
    if (!parentNode) return [];
    path.unshift([...parentNode.childNodes].indexOf(at as ChildNode));
    at = parentNode;
  }
  return path;
}
