import { type DutyCycle, inFrame } from '../fields/duty-cycle.ts';

/**
 * Calls back, at most once a frame, when something may have moved: scrolling anywhere, resizing of the window or of a
 * watched element, the end of an animation. Ends with the signal.
 */
export interface LayoutWatch {
  /** Watches the size of an element, and scrolling in its document when that is another frame's. */
  add(element: Element): void;
  remove(element: Element): void;
  /** Asks for a call in the next frame. */
  request(): void;
}

const events = ['scroll', 'resize', 'transitionend', 'animationend', 'toggle', 'load'] as const;

export function watchLayout(signal: AbortSignal, dutyCycle: DutyCycle, onLayout: () => void): LayoutWatch {
  const { request } = dutyCycle.chore(onLayout, inFrame);
  const views = new WeakSet<Window>();
  const listen = (view: Window) => {
    if (views.has(view)) return;
    views.add(view);
    for (const type of events) view.addEventListener(type, request, { capture: true, passive: true, signal });
  };
  const sizes = new ResizeObserver(request);
  listen(window);
  if (document.body) sizes.observe(document.body);
  signal.addEventListener('abort', () => {
    sizes.disconnect();
  });
  return {
    request,
    add(element) {
      sizes.observe(element);
      const view = element.ownerDocument.defaultView;
      if (view) listen(view);
    },
    remove: (element) => sizes.unobserve(element),
  };
}
