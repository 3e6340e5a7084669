import { isElement } from './dom.ts';
import { type DutyCycle, inTask } from './duty-cycle.ts';
import { assistantSigns } from './other-assistants.ts';
import { closestOf, localNameOf } from './unclobbered.ts';
import { findEditables, type SearchRoot } from './walk.ts';

export interface FieldWatch {
  /** Looks at everything again, at once. */
  rescan(): void;
  /** Looks at everything again soon, for instance after the site changed its address without loading. */
  rescanSoon(): void;
}

/** Between two scans, at least; the first one after quiet comes at once. Milliseconds. */
const pause = 400;
/** The same after a scan of everything that a flood of changes made necessary: the next one will be as dear. */
const pauseAfterFlood = 1_600;

/** When more pieces than this wait for the next scan, it looks at everything, and further changes are not even read. */
const manyPieces = 100;

/**
 * Calls back with every editable element of the document, through open shadow roots and same-origin frames, first at once
 * and then whenever they may have changed. Only what was added is searched. Ends, with all its listeners, with the signal.
 * @param onChange is called after each change outside of editors, once for what changed in one go.
 */
export function watchEditables(
  document: Document,
  signal: AbortSignal,
  dutyCycle: DutyCycle,
  onEditables: (elements: HTMLElement[]) => void,
  onChange: () => void = () => undefined,
): FieldWatch {
  let known = new Set<HTMLElement>();
  const watched = new WeakSet<Node>();
  let added = new Set<SearchRoot>();
  let flooded = false;
  const chore = dutyCycle.chore(scan, inTask, () => (flooded ? pauseAfterFlood : pause));

  const observer = new MutationObserver((records) => {
    if (added.size > manyPieces) return onChange();
    // Many records of one place come together: each place is looked at once.
    const inEditor = new Map<Node, boolean>();
    let outside = false;
    for (const { type, target, addedNodes, removedNodes } of records) {
      if (type === 'attributes') {
        outside = true;
        note(target as Element);
        continue;
      }
      const written = inEditor.get(target) ?? isInEditor(target);
      inEditor.set(target, written);
      if (written) continue;
      outside = true;
      for (const node of addedNodes) if (isElement(node)) note(node);
      if (removedNodes.length > 0) chore.request();
    }
    if (outside) onChange();
  });

  function note(root: SearchRoot): void {
    added.add(root);
    chore.request();
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

  function scan(): void {
    flooded = added.size > manyPieces;
    const everything = flooded || added.has(document);
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
  }

  signal.addEventListener('abort', () => {
    observer.disconnect();
    known.clear();
    added.clear();
  });

  const rescan = () => {
    added.add(document);
    chore.runNow();
  };
  rescan();
  return { rescan, rescanSoon: () => note(document) };
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
