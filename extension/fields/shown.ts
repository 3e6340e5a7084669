export interface ShownWatch {
  /** Calls back once one of these elements has been laid out, and whenever one appears or disappears by style alone. */
  add(elements: readonly Element[]): void;
}

/**
 * Notices elements that get or lose their size without any change of the tree: in a frame of another process, which is laid out
 * after its content was read, or in a part of the page that was hidden. Asks for no layout itself; ends with the signal.
 */
export function watchShown(signal: AbortSignal, onChange: () => void): ShownWatch {
  /** Elements that are watched, and whether they had a size when last heard of: none before the first time. */
  const shown = new WeakMap<Element, boolean>();
  const observer = new ResizeObserver((entries) => {
    const before = entries.map(({ target }) => shown.get(target));
    for (const { target, contentRect } of entries) {
      shown.set(target, contentRect.width > 0 && contentRect.height > 0);
    }
    if (entries.some(({ target }, index) => shown.get(target) !== before[index])) onChange();
  });
  signal.addEventListener('abort', () => observer.disconnect());
  return {
    add(elements) {
      for (const element of elements) {
        if (shown.has(element)) continue;
        shown.set(element, false);
        observer.observe(element);
      }
    },
  };
}
