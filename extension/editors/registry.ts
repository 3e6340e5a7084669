import { ckeditor4 } from './ckeditor4.ts';
import { ckeditor5 } from './ckeditor5.ts';
import { contentEditable } from './content-editable.ts';
import type { EditorFamily } from './contract.ts';
import { draft } from './draft.ts';
import { froala } from './froala.ts';
import { lexical } from './lexical.ts';
import { nativeField } from './native-field.ts';
import { proseMirror } from './prosemirror.ts';
import { quill } from './quill.ts';
import { slate } from './slate.ts';
import { summernote } from './summernote.ts';
import { tinymce } from './tinymce.ts';
import { trix } from './trix.ts';
import { valueField } from './value-field.ts';

/** Every family, the particular before the general: the first that recognises an element opens it. */
const families: readonly EditorFamily[] = [
  nativeField,
  valueField,
  tinymce,
  ckeditor5,
  ckeditor4,
  quill,
  proseMirror,
  lexical,
  slate,
  draft,
  trix,
  summernote,
  froala,
  contentEditable,
];

/** The family that an element belongs to; undefined when nothing can be written in it. */
export function familyOf(element: HTMLElement): EditorFamily | undefined {
  return families.find((family) => family.recognises(element));
}
