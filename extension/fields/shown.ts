export interface ShownWatch {
  /** Calls back once these elements have been laid out, and whenever one of them appears or disappears by style alone. */
  add(elements: readonly Element[]): void;
}

/**
 * Notices elements that get or lose their size without any change of the tree: in a frame of another process, which is laid out
 * after its content was read, or in a part of the page that was hidden. Asks for no layout itself; ends with the signal.
 */
export function watchShown(signal: AbortSignal, onChange: () => void): ShownWatch {
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
      for (const element of elements) observer.observe(element);
    },
  };
}
