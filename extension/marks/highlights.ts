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

interface Drawn {
  readonly name: string;
  readonly range: Range;
  readonly registry: HighlightRegistry;
}

/** Draws with the CSS Custom Highlight API: follows scrolling, wrapping and zoom by itself. */
export function highlightPainter(): Painter {
  let drawn: readonly Drawn[] = [];

  return {
    movesWithPage: true,
    clear() {
      drawn.forEach(takeOut);
      drawn = [];
    },
    draw(marks, look) {
      const next: Drawn[] = [];
      const standing = indexByPlace(drawn);
      const over = new Set(drawn);
      for (const { range, severity, active } of marks) {
        const node = range.startContainer;
        const view = node.ownerDocument?.defaultView as Realm | null;
        // A field that the page took out has no tree to be styled in.
        if (!view || !node.isConnected) continue;
        ensureRules(node.getRootNode() as TreeScope, view);
        const kind = kindName(severity, look);
        for (const name of active ? [kind, activeKind] : [kind]) {
          // What stands already is left as it is: a highlight that changes is styled and painted anew.
          const same = standing.get(node)?.get(placeIn(name, range));
          if (same) over.delete(same);
          next.push(same ?? putIn(name, range, view));
        }
      }
      over.forEach(takeOut);
      drawn = next;
    },
  };
}

/** What still stands (a page may clear its highlights), by the node in which it starts and its place there. */
function indexByPlace(drawn: readonly Drawn[]): ReadonlyMap<Node, ReadonlyMap<string, Drawn>> {
  const byNode = new Map<Node, Map<string, Drawn>>();
  for (const one of drawn) {
    const { name, range, registry } = one;
    if (!registry.get(name)?.has(range)) continue;
    const inNode = byNode.get(range.startContainer) ?? new Map<string, Drawn>();
    byNode.set(range.startContainer, inNode.set(placeIn(name, range), one));
  }
  return byNode;
}

/** Two ranges that start in one node and have this in common cover the same characters. */
function placeIn(name: string, range: Range): string {
  return `${name} ${range.startOffset} ${range.endOffset} ${range.toString()}`;
}

function putIn(name: string, range: Range, view: Realm): Drawn {
  const registry = view.CSS.highlights;
  let highlight = registry.get(name);
  if (!highlight) {
    highlight = new view.Highlight();
    registry.set(name, highlight);
  }
  highlight.add(range);
  return { name, range, registry };
}

function takeOut({ name, range, registry }: Drawn): void {
  const highlight = registry.get(name);
  highlight?.delete(range);
  if (highlight?.size === 0) registry.delete(name);
}
