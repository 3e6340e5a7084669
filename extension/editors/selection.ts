import { frameElements } from '../fields/dom.ts';

/** The selection of the tree an element stands in: an open shadow root keeps one of its own in Chrome. */
export function selectionOf(element: Element): Selection | null {
  const root = element.getRootNode() as (Document | ShadowRoot) & { getSelection?: () => Selection | null };
  return root.getSelection?.() ?? element.ownerDocument.getSelection();
}

/** Whether typing would go into this element. */
export function isFocused(element: HTMLElement): boolean {
  const root = element.getRootNode() as Document | ShadowRoot;
  return root.activeElement === element && element.ownerDocument.hasFocus();
}

/** Gives the element the focus, with the frames around it, and scrolls nothing. */
export function focusElement(element: HTMLElement): void {
  for (const frame of frameElements(element.ownerDocument).reverse())
    (frame as HTMLElement).focus({ preventScroll: true });
  element.focus({ preventScroll: true });
}

/**
 * Selects a range in a focused editable and waits until the editor could hear of it: editors keep a selection of their
 * own and take the browser's only after `selectionchange`, which comes later.
 */
export async function selectRange(root: HTMLElement, range: Range): Promise<void> {
  focusElement(root);
  const document = root.ownerDocument;
  const seen = new Promise<void>((resolve) => {
    const done = () => {
      document.removeEventListener('selectionchange', done);
      clearTimeout(timer);
      // The editor's own listener may stand after ours: let the event finish first.
      setTimeout(resolve, 0);
    };
    const timer = setTimeout(done, 40);
    document.addEventListener('selectionchange', done);
  });
  const { startContainer, startOffset, endContainer, endOffset } = range;
  selectionOf(root)?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
  await seen;
}
