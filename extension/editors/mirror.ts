import { type Box, toOurViewport, visibleBox } from '../fields/geometry.ts';
import { markedText } from '../marks/kinds.ts';

/** Everything that decides where a word stands in a native field. */
const copied = [
  'borderTopWidth',
  'borderRightWidth',
  'borderBottomWidth',
  'borderLeftWidth',
  'paddingTop',
  'paddingRight',
  'paddingBottom',
  'paddingLeft',
  'fontFamily',
  'fontSize',
  'fontStyle',
  'fontWeight',
  'fontStretch',
  'fontVariant',
  'fontFeatureSettings',
  'fontKerning',
  'fontOpticalSizing',
  'fontVariationSettings',
  'textRendering',
  'letterSpacing',
  'wordSpacing',
  'lineHeight',
  'tabSize',
  'textIndent',
  'textAlign',
  'textTransform',
  'direction',
  'writingMode',
  'wordBreak',
  'overflowWrap',
  'whiteSpace',
  'lineBreak',
  'hyphens',
] as const;

export interface Mirror {
  /** The mirror's one text node: it holds what the field says, so a range in it stands on the field's own words. */
  readonly text: Text;
  /** Takes over the field's text, style, place and scrolling. */
  follow(): void;
  remove(): void;
}

/**
 * An invisible copy of a textarea or one-line input over it: the only way to know where its words stand, because no range
 * can point into a native field. It enters the page when it first follows: most fields of a form are never marked.
 */
export function createMirror(
  field: HTMLTextAreaElement | HTMLInputElement,
  overlay: (field: Element) => ShadowRoot,
): Mirror {
  const frame = document.createElement('div');
  const inner = document.createElement('div');
  const text = document.createTextNode('');
  inner.setAttribute(markedText, '');
  inner.append(text);
  frame.append(inner);
  const oneLine = field.localName === 'input';

  return {
    text,
    follow() {
      const view = field.ownerDocument.defaultView;
      const visible = field.isConnected && view ? visibleBox(field) : undefined;
      if (!visible || !view) {
        frame.style.display = 'none';
        return;
      }
      // Everything is read before anything is written, or the page would be laid out in between.
      const style = view.getComputedStyle(field);
      const box = toOurViewport(field.getBoundingClientRect(), field.ownerDocument);
      const { offsetWidth, offsetHeight, clientWidth, clientHeight, scrollLeft, scrollTop } = field;
      const scale = offsetWidth > 0 ? (box.right - box.left) / offsetWidth : 1;

      // A last line end opens a line in a textarea, but not in a block: the blank holds it open.
      const value = field.value.endsWith('\n') ? `${field.value} ` : field.value;
      if (text.data !== value) text.data = value;
      for (const name of copied) inner.style[name] = style[name];
      Object.assign(inner.style, {
        boxSizing: 'border-box',
        borderStyle: 'solid',
        borderColor: 'transparent',
        color: 'transparent',
        position: 'absolute',
        left: '0',
        top: '0',
        // Without the scroll bar that the field shows, which takes its width from the text.
        width: `${clientWidth + Number.parseFloat(style.borderLeftWidth) + Number.parseFloat(style.borderRightWidth)}px`,
        whiteSpace: oneLine ? 'pre' : style.whiteSpace,
        transform: `translate(${-scrollLeft}px, ${-scrollTop}px)`,
      });
      if (oneLine) {
        const line =
          clientHeight - Number.parseFloat(style.paddingTop) - Number.parseFloat(style.paddingBottom);
        inner.style.lineHeight = `${line}px`;
      }
      Object.assign(frame.style, {
        display: 'block',
        position: 'fixed',
        left: `${box.left}px`,
        top: `${box.top}px`,
        width: `${offsetWidth}px`,
        height: `${offsetHeight}px`,
        transform: `scale(${scale})`,
        transformOrigin: '0 0',
        clipPath: clip(box, visible, scale, oneLine ? 4 : 0),
      });
      const layer = overlay(field);
      if (frame.getRootNode() !== layer) layer.append(frame);
    },
    remove: () => frame.remove(),
  };
}

/** Cuts the mirror to what is visible of the field; the line under a word may reach `spill` pixels over its edge. */
function clip(box: Box, visible: Box, scale: number, spill: number): string {
  const sides = [
    visible.top - box.top,
    box.right - visible.right,
    box.bottom - visible.bottom,
    visible.left - box.left,
  ];
  return `inset(${sides.map((side) => `${side > 0 ? side / scale : -spill}px`).join(' ')})`;
}
