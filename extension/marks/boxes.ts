import { intersection, toOurViewport, visibleBox } from '../fields/geometry.ts';
import { boxStyle } from './kinds.ts';
import type { Painter } from './painter.ts';

/** Draws each mark as boxes over its words, for pages where highlights do not show. Must be drawn anew after scrolling. */
export function boxPainter(field: Element, overlay: (field: Element) => ShadowRoot): Painter {
  let layer: HTMLElement | undefined;
  const clear = () => {
    layer?.remove();
    layer = undefined;
  };
  return {
    movesWithPage: false,
    clear,
    draw(marks, look) {
      clear();
      const visible = visibleBox(field);
      if (!visible || marks.length === 0) return;
      const root = overlay(field);
      const { ownerDocument: document } = root;
      layer = document.createElement('div');
      for (const { range, severity, active } of marks) {
        const { line, colour, lowered } = boxStyle(severity, look);
        const owner = range.startContainer.ownerDocument ?? document;
        for (const rect of range.getClientRects()) {
          const box = intersection(toOurViewport(rect, owner), visible);
          if (!box) continue;
          const mark = document.createElement('div');
          Object.assign(mark.style, {
            position: 'fixed',
            boxSizing: 'border-box',
            left: `${box.left}px`,
            top: `${box.top}px`,
            width: `${box.right - box.left}px`,
            height: `${box.bottom - box.top + lowered}px`,
            borderBottom: `${line === 'double' ? 3 : 2}px ${line} ${colour}`,
            background: active ? 'rgb(11 92 104 / 0.22)' : 'none',
          });
          layer.append(mark);
        }
      }
      root.append(layer);
    },
  };
}
