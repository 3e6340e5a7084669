import { frameDocument, isElement } from './dom.ts';
import { matchesSelector, parentElementOf, shadowRootOf } from './unclobbered.ts';

export type SearchRoot = Document | ShadowRoot | Element;

const editable = 'textarea, input, select, iframe, [contenteditable]';

/**
 * Every element under `root` that may be a field or hold one, through open shadow roots (nested too) and frames of the
 * same origin. `enter` is called once for each such root, so that the caller can watch it. Gives up after `limit` elements,
 * so that a hostile page cannot make it hang.
 */
export function findEditables(
  root: SearchRoot,
  enter: (root: Document | ShadowRoot) => void,
  limit = 20_000,
): HTMLElement[] {
  const found: HTMLElement[] = [];
  let left = limit;
  const visit = (node: SearchRoot): void => {
    if (node.nodeType !== 1) enter(node as Document | ShadowRoot);
    const document = node.ownerDocument ?? (node as Document);
    const walker = document.createTreeWalker(node, 1);
    for (let next: Node | null = isElement(node) ? node : walker.nextNode(); next; next = walker.nextNode()) {
      if (--left < 0) return;
      const element = next as HTMLElement;
      const shadow = shadowRootOf(element);
      if (shadow) visit(shadow);
      const inner = frameDocument(element);
      if (inner?.documentElement) visit(inner);
      else if (matchesSelector(element, editable)) found.push(element);
    }
  };
  visit(root);
  return found.filter(isFieldRoot);
}

/** A native field, or the outermost element of an editable region. */
function isFieldRoot(element: HTMLElement): boolean {
  if (!element.hasAttribute('contenteditable')) return true;
  if (!element.isContentEditable) return false;
  const parent = parentElementOf(element);
  // A form's own word is not taken (see `unclobbered.ts`); no editor is one.
  return parent?.isContentEditable !== true;
}
