import { type DutyCycle, inFrame } from '../fields/duty-cycle.ts';

/**
 * Calls back, at most once a frame, when something may have moved: scrolling anywhere, resizing of the window or of a
 * watched element, the end of an animation. Scrolling and resizing of the window are answered in the next frame, for they
 * are mostly the user's; the others wait for their turn in the duty cycle. Ends with the signal.
 */
export interface LayoutWatch {
  /** Watches the size of an element, and scrolling in its document when that is another frame's. */
  add(element: Element): void;
  remove(element: Element): void;
}

const byUser = ['scroll', 'resize'] as const;
const byPage = ['transitionend', 'animationend', 'toggle', 'load'] as const;

export function watchLayout(signal: AbortSignal, dutyCycle: DutyCycle, onLayout: () => void): LayoutWatch {
  const { request, runNow } = dutyCycle.chore(onLayout, inFrame);
  let callOff: (() => void) | undefined;
  const followInNextFrame = () => {
    callOff ??= inFrame(() => {
      callOff = undefined;
      runNow();
    }, 0);
  };
  const views = new WeakSet<Window>();
  const listen = (view: Window) => {
    if (views.has(view)) return;
    views.add(view);
    const options = { capture: true, passive: true, signal };
    for (const type of byUser) view.addEventListener(type, followInNextFrame, options);
    for (const type of byPage) view.addEventListener(type, request, options);
  };
  const sizes = new ResizeObserver(request);
  listen(window);
  if (document.body) sizes.observe(document.body);
  signal.addEventListener('abort', () => {
    sizes.disconnect();
    callOff?.();
  });
  return {
    add(element) {
      sizes.observe(element);
      const view = element.ownerDocument.defaultView;
      if (view) listen(view);
    },
    remove: (element) => sizes.unobserve(element),
  };
}
