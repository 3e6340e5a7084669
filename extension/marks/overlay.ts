import { renderedParent } from '../fields/dom.ts';
import { matchesSelector } from '../fields/unclobbered.ts';

export interface Overlay {
  /** The layer for what is drawn over a field: a closed shadow root that takes no clicks. Created on first use. */
  rootFor(field: Element): ShadowRoot;
  close(): void;
}

interface Layer {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
}

/**
 * What is drawn over the page: the mirrors of native fields and the boxes of marks. Hosts stand beside the page's body, never
 * inside its content, and in the top layer, so that no ancestor of a field can move or cut them. Fields in a modal dialog or
 * popover have a layer of their own, above it; so what is drawn for the fields behind it stays behind it.
 */
export function createOverlay(document: Document): Overlay {
  const layers = new Map<Element | Document, Layer>();

  function remove(around: Element | Document): void {
    layers.get(around)?.host.remove();
    layers.delete(around);
  }

  function create(around: Element | Document): Layer {
    const layer = createLayer(document);
    layers.set(around, layer);
    // Opened again it would stand above its layer.
    for (const type of ['close', 'toggle'])
      around.addEventListener(type, (event) => event.target === around && remove(around), { once: true });
    return layer;
  }

  return {
    rootFor(field) {
      const around = topLayerAround(field) ?? document;
      return (layers.get(around) ?? create(around)).root;
    },
    close() {
      for (const around of [...layers.keys()]) remove(around);
    },
  };
}

function createLayer(document: Document): Layer {
  const host = document.createElement('autorefine-marks');
  host.setAttribute('aria-hidden', 'true');
  host.popover = 'manual';
  host.style.cssText =
    'all: initial; position: fixed; inset: 0; width: auto; height: auto; margin: 0; padding: 0; border: 0;' +
    'background: none; overflow: visible; pointer-events: none; z-index: 2147483646;';
  const root = host.attachShadow({ mode: 'closed' });
  document.documentElement.append(host);
  host.showPopover();
  return { host, root };
}

/** The modal dialog or open popover in which an element stands, through shadow roots and frames. */
function topLayerAround(element: Element): Element | undefined {
  for (let around: Element | null = element; around; around = renderedParent(around)) {
    if (matchesSelector(around, 'dialog:modal, [popover]:popover-open')) return around;
  }
  return undefined;
}
