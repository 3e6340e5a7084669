import { frameElements, renderedParent } from './dom.ts';
import { boxOf, localNameOf, ownerDocumentOf } from './unclobbered.ts';

/** A box in CSS pixels of the viewport of the document we draw in. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where the content of each frame between `document` and ours begins, and how much it is scaled. */
function frameOffset(document: Document): { left: number; top: number; scale: number } {
  let left = 0;
  let top = 0;
  let scale = 1;
  for (const frame of frameElements(document)) {
    const box = frame.getBoundingClientRect();
    const own = (frame as HTMLElement).offsetWidth > 0 ? box.width / (frame as HTMLElement).offsetWidth : 1;
    const style = getComputedStyle(frame);
    left = box.left + own * (frame.clientLeft + Number.parseFloat(style.paddingLeft) + left);
    top = box.top + own * (frame.clientTop + Number.parseFloat(style.paddingTop) + top);
    scale *= own;
  }
  return { left, top, scale };
}

/** Takes a box of a document inside same-origin frames to the coordinates of the document we draw in. */
export function toOurViewport(box: DOMRect | Box, document: Document): Box {
  const { left, top, scale } = frameOffset(document);
  return {
    left: left + scale * box.left,
    top: top + scale * box.top,
    right: left + scale * box.right,
    bottom: top + scale * box.bottom,
  };
}

export function intersection(a: Box, b: Box): Box | undefined {
  const box = {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
  return box.right > box.left && box.bottom > box.top ? box : undefined;
}

/** What is visible of an element: cut by every scroller and frame around it, and by the window. */
export function visibleBox(element: Element): Box | undefined {
  let box: Box | undefined = toOurViewport(element.getBoundingClientRect(), element.ownerDocument);
  for (let around = renderedParent(element); around && box; around = renderedParent(around)) {
    const name = localNameOf(around);
    if (name === 'html' || name === 'body') continue;
    const document = ownerDocumentOf(around);
    const view = document?.defaultView;
    if (!view) break;
    const clips = name === 'iframe' || /auto|scroll|hidden|clip/.test(view.getComputedStyle(around).overflow);
    if (clips) box = intersection(box, toOurViewport(boxOf(around), document));
  }
  return box && intersection(box, { left: 0, top: 0, right: innerWidth, bottom: innerHeight });
}
