import type { Box } from '../fields/geometry.ts';
import { type CardActions, type CardContent, cardContent } from './content.ts';
import { element } from './element.ts';
import { placeCard } from './place.ts';
import { cardStyle } from './style.ts';

export interface Card {
  readonly isOpen: boolean;
  /** Whether an event came from inside the card. */
  owns(event: Event): boolean;
  /** Shows a finding beside `anchor`. The focus stays where it is: a click must not take it from the field. */
  show(content: CardContent, actions: CardActions, anchor: Box, near: Element): void;
  moveTo(anchor: Box): void;
  /** Where the card stands, in pixels of the window. */
  box(): Box;
  focus(): void;
  hide(): void;
  /** Says something to a screen reader. */
  announce(message: string): void;
  close(): void;
}

/** Events that a page could take for a click or a key outside of its own dialog. */
const kept = [
  'keydown',
  'keyup',
  'keypress',
  'beforeinput',
  'input',
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'click',
  'dblclick',
  'touchstart',
  'touchend',
  'focusin',
  'focusout',
  'wheel',
] as const;

/** The one card of a page, in the top layer, in a closed shadow root beside the page's body. */
export function createCard(document: Document): Card {
  const host = document.createElement('autorefine-card');
  host.popover = 'manual';
  host.style.cssText =
    'all: initial; position: fixed; inset: auto; margin: 0; padding: 0; border: 0; background: none; overflow: visible;' +
    'z-index: 2147483647; color-scheme: light dark;';
  const root = host.attachShadow({ mode: 'closed', delegatesFocus: true });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(cardStyle);
  root.adoptedStyleSheets = [sheet];
  const status = element(document, 'div', { class: 'status', role: 'status' });
  root.append(status);
  const closed = new AbortController();
  let panel: HTMLElement | undefined;

  // A page's focus trap would pull the focus out of the card again: it does not hear that the focus is there.
  window.addEventListener(
    'focusin',
    (event) => {
      if (event.target === host) event.stopImmediatePropagation();
    },
    { capture: true, signal: closed.signal },
  );
  for (const type of kept) root.addEventListener(type, (event) => event.stopPropagation());

  const move = (anchor: Box) => {
    const { left, top } = placeCard(anchor, host.getBoundingClientRect(), {
      width: innerWidth,
      height: innerHeight,
    });
    host.style.left = `${left}px`;
    host.style.top = `${top}px`;
  };

  /** A modal dialog makes everything outside of it dead, so a card for a field in it must stand in it. */
  const attach = (near: Element) => {
    const home = near.closest('dialog:modal') ?? document.documentElement;
    if (host.parentNode !== home) home.append(host);
  };

  return {
    get isOpen() {
      return panel !== undefined;
    },
    owns: (event) => event.composedPath().includes(host),
    show(content, actions, anchor, near) {
      attach(near);
      const next = cardContent(document, content, actions);
      if (panel) panel.replaceWith(next);
      else root.append(next);
      next.classList.toggle('opening', !panel);
      panel = next;
      panel.addEventListener('keydown', (event) => onKey(event, next, actions));
      if (host.matches(':popover-open')) host.hidePopover();
      host.showPopover();
      move(anchor);
    },
    moveTo: move,
    box: () => host.getBoundingClientRect(),
    focus: () => panel && focusFirst(panel),
    hide() {
      panel?.remove();
      panel = undefined;
      if (host.matches(':popover-open')) host.hidePopover();
    },
    announce(message) {
      if (!host.isConnected) document.documentElement.append(host);
      if (!host.matches(':popover-open')) host.showPopover();
      status.textContent = message;
    },
    close() {
      closed.abort();
      panel = undefined;
      host.remove();
    },
  };
}

function focusFirst(panel: HTMLElement): void {
  const first = panel.querySelector<HTMLElement>('.suggestion') ?? panel;
  first.focus({ preventScroll: true });
}

function onKey(event: KeyboardEvent, panel: HTMLElement, actions: CardActions): void {
  if (!event.isTrusted) return;
  if (event.key === 'Escape') {
    event.preventDefault();
    actions.close();
  } else if (event.key === 'Tab') {
    const stops = [...panel.querySelectorAll<HTMLElement>('button, a')].filter((stop) =>
      stop.checkVisibility(),
    );
    const root = panel.getRootNode() as ShadowRoot;
    const at = stops.indexOf(root.activeElement as HTMLElement);
    const next = (at + (event.shiftKey ? -1 : 1) + stops.length) % stops.length;
    event.preventDefault();
    stops[next]?.focus();
  }
}
