/**
 * What a field says to writing assistants. `firm`: stay away. `mild`: its spelling is not to be checked, which a posting
 * that is clearly called one does not mean for us.
 */
export type OptOut = 'none' | 'mild' | 'firm';

/** Signs of assistants that set `data-gramm` and `spellcheck` on what they read: to keep each other out, not to keep us out. */
const setByOthers = '[data-lt-tmp-id], [data-quillbot-element]';

/**
 * Not every attribute means what it says: Quill 1 sets `data-gramm="false"` by itself, other assistants set it on every
 * field they read, and most editors set `spellcheck="false"` for reasons of their own.
 */
export function optOutOf(element: Element, knownEditor: boolean): OptOut {
  const refuses = (name: string) => element.getAttribute(name) === 'false';
  if (refuses('data-enable-grammarly') || refuses('data-autorefine')) return 'firm';
  if (element.matches(setByOthers)) return 'none';
  if (refuses('data-gramm')) return element.classList.contains('ql-editor') ? 'none' : 'firm';
  return !knownEditor && refuses('spellcheck') ? 'mild' : 'none';
}
