import { isElement } from './dom.ts';
import { assistantSigns } from './other-assistants.ts';
import { closestOf, localNameOf } from './unclobbered.ts';
import { findEditables, type SearchRoot } from './walk.ts';

export interface FieldWatch {
  /** Looks at everything again, for instance after the site changed its address without loading. */
  rescan(): void;
}

/** Scans wait at least this long (milliseconds) and at least 25 times as long as the last one took: under 4 % of a core. */
const pause = { least: 250, times: 25 };

/** More pieces than this are not looked at one by one. */
const manyPieces = 400;

/**
 * Calls back with every editable element of the document, through open shadow roots and same-origin frames, first at once
 * and then whenever they may have changed. Only what was added is searched. Ends, with all its listeners, with the signal.
 */
export function watchEditables(
  document: Document,
  signal: AbortSignal,
  onEditables: (elements: HTMLElement[]) => void,
): FieldWatch {
  let known = new Set<HTMLElement>();
  const watched = new WeakSet<Node>();
  let added = new Set<SearchRoot>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let lastTook = 0;

  const observer = new MutationObserver((records) => {
    for (const record of records) {
      if (record.type === 'attributes') note(record.target as Element);
      else if (record.addedNodes.length > 0 && !isInEditor(record.target)) {
        for (const node of record.addedNodes) if (isElement(node)) note(node);
      }
      if (record.removedNodes.length > 0) schedule();
    }
  });

  function note(root: SearchRoot): void {
    if (added.size <= manyPieces) added.add(root);
    schedule();
  }

  function enter(root: Document | ShadowRoot): void {
    if (watched.has(root)) return;
    watched.add(root);
    observer.observe(root, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: [
        'contenteditable',
        'disabled',
        'readonly',
        'hidden',
        'aria-hidden',
        ...assistantSigns,
      ],
    });
    const onLoad = (event: Event) => {
      if (isElement(event.target) && localNameOf(event.target) === 'iframe') note(event.target);
    };
    root.addEventListener('load', onLoad, { capture: true, signal });
    root.addEventListener('focusin', onFocus, { capture: true, signal });
  }

  function onFocus(event: Event): void {
    for (const node of event.composedPath()) {
      if ((node as Node).nodeType === 11 && !watched.has(node as Node)) note(node as ShadowRoot);
    }
    const target = event.composedPath()[0];
    if (isElement(target) && !known.has(target)) note(target);
  }

  function schedule(): void {
    timer ??= setTimeout(scan, Math.max(pause.least, pause.times * lastTook));
  }

  function scan(): void {
    timer = undefined;
    if (signal.aborted) return;
    const start = performance.now();
    const everything = added.size > manyPieces || added.has(document);
    const roots: Iterable<SearchRoot> = everything ? [document] : added;
    const found = everything
      ? new Set<HTMLElement>()
      : new Set([...known].filter((element) => element.isConnected));
    for (const root of roots) {
      if (!root.isConnected) continue;
      for (const element of findEditables(root, enter)) found.add(element);
    }
    added = new Set();
    known = found;
    onEditables([...found].sort(byPlace));
    lastTook = performance.now() - start;
  }

  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
    known.clear();
    added.clear();
  });

  const rescan = () => {
    added.add(document);
    scan();
  };
  rescan();
  return { rescan };
}

/** What is written in an editor holds no fields. By attribute: to ask whether it can be edited would lay the page out anew. */
function isInEditor(node: Node): boolean {
  return isElement(node) && closestOf(node, '[contenteditable]:not([contenteditable="false"])') !== null;
}

/** Document order within one tree; elements of different trees keep the order in which they were found. */
function byPlace(a: Element, b: Element): number {
  const place = a.compareDocumentPosition(b);
  if (place & Node.DOCUMENT_POSITION_DISCONNECTED) return 0;
  return place & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}
