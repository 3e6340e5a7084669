import { useEffect, useRef } from 'react';

/**
 * When a step takes away the control that had the focus, the focus goes to `target` and not to the top of the page; it also
 * brings what is new into view. A focus elsewhere stays where it is.
 */
export function useFocusOnStep(step: string, target: () => HTMLElement | null): void {
  const last = useRef(step);
  useEffect(() => {
    if (last.current === step) return;
    last.current = step;
    if (document.activeElement === null || document.activeElement === document.body) target()?.focus();
  });
}
