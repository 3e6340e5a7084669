import { localNameOf, parentElementOf, rootOf } from './unclobbered.ts';

/**
 * Questions to the DOM that hold across realms: an editor's iframe has constructors of its own, so `instanceof` would say
 * no to its elements.
 */

export function isElement(node: EventTarget | Node | null | undefined): node is HTMLElement {
  return !!node && (node as Node).nodeType === 1;
}

export function isText(node: Node | null | undefined): node is Text {
  return node?.nodeType === 3;
}

export function isTextarea(element: Element): element is HTMLTextAreaElement {
  return localNameOf(element) === 'textarea';
}

export function isInput(element: Element): element is HTMLInputElement {
  return localNameOf(element) === 'input';
}

/** The document of a frame of the same origin, where Chrome lets us in; undefined otherwise. */
export function frameDocument(element: Element): Document | undefined {
  if (localNameOf(element) !== 'iframe') return undefined;
  try {
    return (element as HTMLIFrameElement).contentDocument ?? undefined;
  } catch {
    return undefined;
  }
}

/** Whether the frame this script runs in is reached by the script of its parent, which then does the work for both. */
export function parentReachesUs(): boolean {
  try {
    return window.frameElement !== null;
  } catch {
    return false;
  }
}

/** The frame's element and those around it, innermost first; empty in a top document. */
export function frameElements(document: Document): Element[] {
  const frames: Element[] = [];
  for (let view = document.defaultView; view; view = view.parent as Window & typeof globalThis) {
    let frame: Element | null = null;
    try {
      frame = view.frameElement;
    } catch {
      frame = null;
    }
    if (!frame) break;
    frames.push(frame);
  }
  return frames;
}

/** The focused element, through open shadow roots and same-origin frames. */
export function deepActiveElement(document: Document): Element | null {
  let active: Element | null = document.activeElement;
  for (;;) {
    const inner: Element | null | undefined =
      active?.shadowRoot?.activeElement ?? (active ? frameDocument(active)?.activeElement : undefined);
    if (!inner) return active;
    active = inner;
  }
}

/** The parent in the tree as rendered: through slots' hosts, shadow roots and frames. */
export function renderedParent(element: Element): Element | null {
  const parent = parentElementOf(element);
  if (parent) return parent;
  const root = rootOf(element);
  if (root.nodeType === 11 && 'host' in root) return (root as ShadowRoot).host;
  return (root as Document).defaultView?.frameElement ?? null;
}
