import type { Painter } from './painter.ts';

/** A painter that goes by the weather of the page. */
export interface StormPainter extends Painter {
  /** Takes what is drawn away when another way of drawing suits the weather: it must be drawn anew then. */
  suit(stormy: boolean): void;
}

/**
 * Highlights follow every movement of their words, but Chromium lays each of them anew and paints the page's layer again
 * whenever anything in the page changes: about a millisecond a change. Boxes cost a page that storms nothing.
 */
export function stormPainter(inCalm: Painter, inStorm: Painter): StormPainter {
  let current = inCalm;
  return {
    get movesWithPage() {
      return current.movesWithPage;
    },
    draw: (marks, look) => current.draw(marks, look),
    clear: () => current.clear(),
    suit(stormy) {
      const next = stormy ? inStorm : inCalm;
      if (next === current) return;
      current.clear();
      current = next;
    },
  };
}
