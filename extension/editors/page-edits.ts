import type { PageEdit, PageEditorFamily } from '../messages.ts';

/**
 * What runs in the page's world, once, to make a change through an editor's own object. Each function is sent as source
 * text, so it may use nothing but its argument and the page's globals. It replaces what is selected and says whether it
 * found the editor; the caller reads the field back.
 */
type EditInPage = (edit: PageEdit) => boolean;

/** The page's globals are not ours to type: each editor's interface is written down where it is used. */
type PageGlobals = { tinymce?: unknown; CKEDITOR?: unknown; jQuery?: unknown };

const tinymce: EditInPage = ({ text, command, value }) => {
  type Editor = {
    undoManager: { transact(change: () => void): void };
    selection: { getRng(): Range; setCursorLocation(node: Node, offset: number): void };
    getDoc(): Document;
    getBody(): HTMLElement | undefined;
  };
  const open = (window as unknown as PageGlobals).tinymce as { get(): Editor[] } | undefined;
  const editor = open
    ?.get()
    .find((one) => one.getBody()?.contains(one.getDoc().getSelection()?.anchorNode ?? null));
  if (!editor) return false;
  editor.undoManager.transact(() => {
    const { startContainer: node, startOffset: start, endContainer, endOffset } = editor.selection.getRng();
    if (text !== '' && node === endContainer && node.nodeType === 3) {
      // Its undo takes snapshots, so the text itself may change: nothing around it is touched, not even a whole link.
      (node as Text).replaceData(start, endOffset - start, text);
      editor.selection.setCursorLocation(node, start + text.length);
    } else {
      editor.getDoc().execCommand(command, false, value);
    }
  });
  return true;
};

const ckeditor4: EditInPage = ({ command, value }) => {
  type Editor = {
    document: { $: Document };
    editable(): { $: HTMLElement } | null;
    fire(event: string): void;
  };
  const global = (window as unknown as PageGlobals).CKEDITOR as
    | { instances?: Record<string, Editor> }
    | undefined;
  for (const editor of Object.values(global?.instances ?? {})) {
    const document = editor.document?.$;
    if (!editor.editable()?.$.contains(document?.getSelection()?.anchorNode ?? null)) continue;
    editor.fire('saveSnapshot');
    document.execCommand(command, false, value);
    editor.fire('saveSnapshot');
    return true;
  }
  return false;
};

const ckeditor5: EditInPage = ({ text }) => {
  type Editor = {
    model: {
      document: { selection: unknown };
      deleteContent(selection: unknown): void;
      change(edit: () => void): void;
    };
    execute(command: string, options: object): void;
  };
  let element: (Node & { ckeditorInstance?: Editor }) | null = document.activeElement;
  while (element && !element.ckeditorInstance) element = element.parentNode;
  const editor = element?.ckeditorInstance;
  if (!editor) return false;
  if (text === '') editor.model.change(() => editor.model.deleteContent(editor.model.document.selection));
  else editor.execute('insertText', { text });
  return true;
};

const summernote: EditInPage = ({ command, value }) => {
  type Query = { length: number; summernote(command: string, value?: string): void };
  type JQuery = (target: Element) => { closest(selector: string): { prev(): Query } };
  const query = (window as unknown as PageGlobals).jQuery as JQuery | undefined;
  const element = document.activeElement;
  const note = query && element ? query(element).closest('.note-editor').prev() : undefined;
  if (!note || note.length === 0) return false;
  note.summernote('editor.beforeCommand');
  document.execCommand(command, false, value);
  note.summernote('editor.afterCommand');
  return true;
};

const trix: EditInPage = ({ text }) => {
  type Editor = {
    recordUndoEntry(name: string): void;
    deleteInDirection(way: string): void;
    insertString(s: string): void;
  };
  const editor = (document.activeElement as (Element & { editor?: Editor }) | null)?.editor;
  if (!editor) return false;
  editor.recordUndoEntry('Replace');
  if (text === '') editor.deleteInDirection('backward');
  else editor.insertString(text);
  return true;
};

const lexical: EditInPage = ({ text }) => {
  type Selection = { insertText(text: string): void };
  type Editor = {
    update(change: () => void): void;
    _pendingEditorState: unknown;
    _editorState: { _selection: Selection };
  };
  const element = document.activeElement as (Element & { __lexicalEditor?: Editor }) | null;
  const editor = element?.__lexicalEditor;
  if (!editor) return false;
  editor.update(() => editor._editorState._selection.insertText(text));
  return true;
};

export const pageEdits: Readonly<Record<PageEditorFamily, EditInPage>> = {
  tinymce,
  ckeditor4,
  ckeditor5,
  summernote,
  trix,
  lexical,
};
