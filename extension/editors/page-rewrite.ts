import type { PageRewrite } from '../messages.ts';
import { rewriteInReact } from './page-rewrite-react.ts';

/** The page's globals are not ours to type: each editor's interface is written down where it is used. */
type PageGlobals = { tinymce?: unknown; CKEDITOR?: unknown; jQuery?: unknown };

/**
 * What runs in the page's world, once, to make many changes as one step of an editor's own undo. It is sent as source text,
 * so it may use nothing but its argument and the page's globals. Says false, and then has changed nothing, when the editor
 * or a piece of text is not found; the caller reads the field back.
 */
const rewriteInPage = ({ family, pieces }: PageRewrite): boolean => {
  type Place = { readonly node: Text; readonly start: number; readonly end: number; readonly text: string };
  const placesIn = (root: Node | null | undefined): readonly Place[] | undefined => {
    const places = pieces.map(({ path, ...rest }) => {
      const node = path.reduce<Node | null | undefined>((at, index) => at?.childNodes[index], root);
      return { ...rest, node: node as Text | undefined };
    });
    return places.every((place): place is Place => place.node?.nodeType === 3) ? places : undefined;
  };
  const write = (places: readonly Place[]) => {
    for (const { node, start, end, text } of places) node.replaceData(start, end - start, text);
  };
  const globals = window as unknown as PageGlobals;

  const ways: Readonly<Partial<Record<PageRewrite['family'], () => boolean>>> = {
    tinymce() {
      type Editor = {
        undoManager: { transact(change: () => void): void };
        getBody(): HTMLElement | undefined;
        hasFocus(): boolean;
      };
      const editors = (globals.tinymce as { get(): Editor[] } | undefined)?.get() ?? [];
      const editor = editors.find((one) => one.hasFocus());
      const places = placesIn(editor?.getBody());
      if (!editor || !places) return false;
      editor.undoManager.transact(() => write(places));
      return true;
    },
    ckeditor4() {
      type Editor = {
        editable(): { $: HTMLElement } | null;
        focusManager: { hasFocus: boolean };
        fire(event: string): void;
      };
      const { instances = {} } = (globals.CKEDITOR ?? {}) as { instances?: Record<string, Editor> };
      const editor = Object.values(instances).find(({ focusManager }) => focusManager.hasFocus);
      const places = placesIn(editor?.editable()?.$);
      if (!editor || !places) return false;
      editor.fire('saveSnapshot');
      write(places);
      editor.fire('saveSnapshot');
      return true;
    },
    ckeditor5() {
      type Range = { getItems(): Iterable<{ getAttributes(): unknown }> };
      type Writer = {
        createRange(start: unknown, end: unknown): Range;
        createText(text: string, attributes: unknown): unknown;
        remove(range: Range): void;
      };
      type Editor = {
        editing: {
          view: { domConverter: { domPositionToView(node: Node, offset: number): unknown } };
          mapper: { toModelPosition(position: unknown): unknown };
        };
        model: {
          change(edit: (writer: Writer) => void): void;
          insertContent(content: unknown, range: Range): void;
        };
      };
      const root = document.activeElement as (Element & { ckeditorInstance?: Editor }) | null;
      const editor = root?.ckeditorInstance;
      const places = placesIn(root);
      if (!editor || !places) return false;
      const { domConverter } = editor.editing.view;
      const modelPosition = (node: Node, offset: number) =>
        editor.editing.mapper.toModelPosition(domConverter.domPositionToView(node, offset));
      const spans = places.map(({ node, start, end, text }) => ({
        text,
        from: modelPosition(node, start),
        to: modelPosition(node, end),
      }));
      editor.model.change((writer) => {
        for (const { text, from, to } of spans) {
          const range = writer.createRange(from, to);
          const [first] = range.getItems();
          if (text === '') writer.remove(range);
          else editor.model.insertContent(writer.createText(text, first?.getAttributes()), range);
        }
      });
      return true;
    },
    summernote() {
      type Query = { length: number; summernote(command: string): void };
      type JQuery = (target: Element) => { closest(selector: string): { prev(): Query } };
      const query = globals.jQuery as JQuery | undefined;
      const root = document.activeElement;
      const note = query && root ? query(root).closest('.note-editor').prev() : undefined;
      const places = placesIn(root);
      if (!note || note.length === 0 || !places) return false;
      note.summernote('editor.beforeCommand');
      write(places);
      note.summernote('editor.afterCommand');
      return true;
    },
    trix() {
      type Editor = {
        selectionManager: { createLocationRangeFromDOMRange(range: Range): unknown };
        getDocument(): { rangeFromLocationRange(location: unknown): [number, number] };
        recordUndoEntry(name: string): void;
        setSelectedRange(range: [number, number]): void;
        deleteInDirection(way: string): void;
        insertString(text: string): void;
      };
      const root = document.activeElement as (Element & { editor?: Editor }) | null;
      const editor = root?.editor;
      const places = placesIn(root);
      if (!editor || !places) return false;
      const spans = places.map(({ node, start, end, text }) => {
        const range = document.createRange();
        range.setStart(node, start);
        range.setEnd(node, end);
        const location = editor.selectionManager.createLocationRangeFromDOMRange(range);
        return { text, range: editor.getDocument().rangeFromLocationRange(location) };
      });
      editor.recordUndoEntry('Rewrite');
      for (const { text, range } of spans) {
        editor.setSelectedRange(range);
        if (text === '') editor.deleteInDirection('backward');
        else editor.insertString(text);
      }
      return true;
    },
    lexical() {
      type TextNode = { spliceText(offset: number, count: number, text: string): void };
      type Editor = {
        _key: string;
        _pendingEditorState: { _nodeMap: Map<string, TextNode> } | null;
        update(change: () => void, options: object): void;
      };
      const root = document.activeElement as (Element & { __lexicalEditor?: Editor }) | null;
      const editor = root?.__lexicalEditor;
      const places = placesIn(root);
      if (!editor || !places) return false;
      const keyOf = (node: Node): string | undefined => {
        for (let at: Node | null = node; at && at !== root; at = at.parentNode) {
          const key = (at as unknown as Record<string, unknown>)[`__lexicalKey_${editor._key}`];
          if (typeof key === 'string') return key;
        }
        return undefined;
      };
      const spans = places.map((place) => ({ ...place, key: keyOf(place.node) ?? '' }));
      editor.update(
        () => {
          for (const { key, start, end, text } of spans)
            editor._pendingEditorState?._nodeMap.get(key)?.spliceText(start, end - start, text);
        },
        { tag: 'history-push' },
      );
      return true;
    },
  };
  return ways[family]?.() ?? false;
};

/** What runs in the page's world for a rewrite, by editor. */
export function rewriteFor(family: PageRewrite['family']): (rewrite: PageRewrite) => boolean {
  return family === 'slate' || family === 'draft' ? rewriteInReact : rewriteInPage;
}
