export interface Overlay {
  /** A closed shadow root over the page that takes no clicks. Created on first use. */
  root(): ShadowRoot;
  /** Puts the overlay above a modal dialog that was opened after it. */
  raiseAbove(element: Element): void;
  close(): void;
}

/**
 * What is drawn over the page: the mirrors of native fields and the boxes of marks. The host stands beside the page's
 * body, never inside its content, and in the top layer, so that no ancestor of a field can move or cut it.
 */
export function createOverlay(document: Document): Overlay {
  let host: HTMLElement | undefined;
  let root: ShadowRoot | undefined;
  let raisedFor: Element | null = null;

  const create = () => {
    host = document.createElement('autorefine-marks');
    host.setAttribute('aria-hidden', 'true');
    host.popover = 'manual';
    host.style.cssText =
      'all: initial; position: fixed; inset: 0; width: auto; height: auto; margin: 0; padding: 0; border: 0;' +
      'background: none; overflow: visible; pointer-events: none; z-index: 2147483646;';
    root = host.attachShadow({ mode: 'closed' });
    document.documentElement.append(host);
    host.showPopover();
    return root;
  };

  return {
    root: () => root ?? create(),
    raiseAbove(element) {
      const dialog = element.closest('dialog:modal, [popover]:popover-open');
      if (!host || dialog === raisedFor) return;
      raisedFor = dialog;
      if (host.matches(':popover-open')) host.hidePopover();
      host.showPopover();
    },
    close() {
      host?.remove();
      host = undefined;
      root = undefined;
    },
  };
}
