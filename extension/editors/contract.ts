import type { Edit } from '../../shared/protocol/edit.ts';
import type { PageEdit, PageRewrite } from '../messages.ts';

/** UTF-16 offsets in a field's text, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A piece of the text that stands in one text node: `text[start + i]` is `node.data[offset + i]` for `i < length`. */
export interface TextSegment {
  readonly node: Text;
  readonly offset: number;
  readonly start: number;
  readonly length: number;
}

/** What a field says. Characters that no segment holds are line ends between blocks. */
export interface FieldText {
  readonly text: string;
  readonly segments: readonly TextSegment[];
}

/** By which way an edit went in; `clipboard` means that it did not, and that the text waits there for the user. */
export type ReplaceWay = 'typed' | 'replaced' | 'pasted' | 'page-editor' | 'draft' | 'clipboard';

export interface ReplaceResult {
  /** True only when the field was read again afterwards and says exactly what it should. */
  readonly ok: boolean;
  readonly how: ReplaceWay | 'none';
  /** How many changes it took in the editor, each of which may be an undo of its own; one when absent. */
  readonly changes?: number;
  readonly why?: string;
}

/** One open field, whatever editor is behind it. */
export interface FieldEditor {
  readonly family: string;
  /** The element that has the focus while typing. */
  readonly root: HTMLElement;
  /** How many undos take back so many changes that were made one after the other. */
  undoSteps(changes: number): number;
  read(): FieldText;
  /** Brings what is drawn for the field in step with it; before ranges are asked for. */
  follow(): void;
  /** Where a span stands in the page, or in the mirror of a textarea; undefined when it has no place. */
  rangeFor(span: Span): Range | undefined;
  replace(span: Span, text: string): Promise<ReplaceResult>;
  /**
   * Makes several changes, given in text order, as one that one undo takes back. Undefined when that is not possible here: then nothing was
   * touched, and they can still be made one by one.
   */
  replaceTogether?(edits: readonly Edit[]): Promise<ReplaceResult | undefined>;
  /** Calls back after each change of the text, until the field is closed. */
  observe(onChange: () => void): void;
  /** Where the caret stands in the text; undefined when it is not in this field. */
  caret(): number | undefined;
  /** Remembers the caret; the function it returns brings it and the focus back. */
  keepCaret(): () => void;
  /** Puts the caret at the end of a span and the focus in the field. */
  focus(span: Span): void;
  /** Whether an input method is in the middle of a word: nothing may be applied then. */
  readonly composing: boolean;
  close(): void;
}

/** What an editor needs of the world outside its field. */
export interface EditorSurroundings {
  /** Waits until the editor had time to answer an input. */
  settle(): Promise<void>;
  /** Makes the change through the page's own editor object; false when there is none. */
  editThroughPage(edit: PageEdit): Promise<boolean>;
  /** Makes many changes as one through the page's own editor object; false when there is none. */
  rewriteThroughPage(rewrite: PageRewrite): Promise<boolean>;
  /** Puts text on the clipboard; false when the browser does not allow it. */
  copy(text: string): Promise<boolean>;
  /** Where mirrors of native fields are drawn: outside of everything that belongs to the page. */
  readonly overlay: (field: Element) => ShadowRoot;
}

/** One family of editors: how to know it, and how to open a field of it. Adding one is a file and a line in the registry. */
export interface EditorFamily {
  readonly name: string;
  recognises(element: HTMLElement): boolean;
  open(element: HTMLElement, surroundings: EditorSurroundings): FieldEditor;
}
