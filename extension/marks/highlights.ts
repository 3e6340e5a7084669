import { activeKind, highlightRules, kindName } from './kinds.ts';
import type { Painter } from './painter.ts';

type Realm = Window & typeof globalThis;
type TreeScope = Document | ShadowRoot;

const sheets = new WeakMap<TreeScope, CSSStyleSheet>();

/**
 * Highlights of a shadow root are styled by rules of that root, those of a document by the document's. A constructed sheet
 * needs no node in the page and passes any content security policy. A page may replace its list of sheets, so this is
 * asked again at each drawing.
 */
function ensureRules(scope: TreeScope, view: Realm): void {
  let sheet = sheets.get(scope);
  if (!sheet) {
    sheet = new view.CSSStyleSheet();
    sheet.replaceSync(highlightRules());
    sheets.set(scope, sheet);
  }
  if (!scope.adoptedStyleSheets.includes(sheet)) scope.adoptedStyleSheets.push(sheet);
}

/** Draws with the CSS Custom Highlight API: follows scrolling, wrapping and zoom by itself. */
export function highlightPainter(): Painter {
  let drawn: { name: string; range: Range; registry: HighlightRegistry }[] = [];

  const clear = () => {
    for (const { name, range, registry } of drawn) {
      const highlight = registry.get(name);
      highlight?.delete(range);
      if (highlight?.size === 0) registry.delete(name);
    }
    drawn = [];
  };

  return {
    movesWithPage: true,
    clear,
    draw(marks, look) {
      clear();
      for (const { range, severity, active } of marks) {
        const node = range.startContainer;
        const view = node.ownerDocument?.defaultView as Realm | null;
        // A field that the page took out has no tree to be styled in.
        if (!view || !node.isConnected) continue;
        ensureRules(node.getRootNode() as TreeScope, view);
        const registry = view.CSS.highlights;
        const kind = kindName(severity, look);
        for (const name of active ? [kind, activeKind] : [kind]) {
          let highlight = registry.get(name);
          if (!highlight) {
            highlight = new view.Highlight();
            registry.set(name, highlight);
          }
          highlight.add(range);
          drawn.push({ name, range, registry });
        }
      }
    },
  };
}
