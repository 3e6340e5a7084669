import { type Box, toOurViewport, visibleBox } from '../fields/geometry.ts';

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
 * can point into a native field.
 */
export function createMirror(field: HTMLTextAreaElement | HTMLInputElement, root: ShadowRoot): Mirror {
  const { ownerDocument: document } = root;
  const frame = document.createElement('div');
  const inner = document.createElement('div');
  const text = document.createTextNode('');
  inner.append(text);
  frame.append(inner);
  root.append(frame);
  const oneLine = field.localName === 'input';

  return {
    text,
    follow() {
      const view = field.ownerDocument.defaultView;
      const visible = field.isConnected && view ? visibleBox(field) : undefined;
      frame.style.display = visible ? 'block' : 'none';
      if (!visible || !view) return;
      // A last line end opens a line in a textarea, but not in a block: the blank holds it open.
      const value = field.value.endsWith('\n') ? `${field.value} ` : field.value;
      if (text.data !== value) text.data = value;

      const style = view.getComputedStyle(field);
      const box = toOurViewport(field.getBoundingClientRect(), field.ownerDocument);
      const scale = field.offsetWidth > 0 ? (box.right - box.left) / field.offsetWidth : 1;
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
        width: `${field.clientWidth + Number.parseFloat(style.borderLeftWidth) + Number.parseFloat(style.borderRightWidth)}px`,
        whiteSpace: oneLine ? 'pre' : style.whiteSpace,
        transform: `translate(${-field.scrollLeft}px, ${-field.scrollTop}px)`,
      });
      if (oneLine) {
        const line =
          field.clientHeight - Number.parseFloat(style.paddingTop) - Number.parseFloat(style.paddingBottom);
        inner.style.lineHeight = `${line}px`;
      }
      Object.assign(frame.style, {
        position: 'fixed',
        left: `${box.left}px`,
        top: `${box.top}px`,
        width: `${field.offsetWidth}px`,
        height: `${field.offsetHeight}px`,
        transform: `scale(${scale})`,
        transformOrigin: '0 0',
        clipPath: clip(box, visible, scale, oneLine ? 4 : 0),
      });
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
