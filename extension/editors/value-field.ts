import type { EditorFamily } from './contract.ts';

/** A choice list: its value is read for the posting (pay, place, kind of contract), nothing is marked or changed in it. */
export const valueField: EditorFamily = {
  name: 'select',
  recognises: (element) => element.localName === 'select',
  open(element) {
    const field = element as HTMLSelectElement;
    const closed = new AbortController();
    return {
      family: 'select',
      root: field,
      undoSteps: () => 0,
      read: () => ({ text: field.selectedOptions[0]?.label ?? '', segments: [] }),
      follow: () => undefined,
      rangeFor: () => undefined,
      replace: async () => ({ ok: false, how: 'none', why: 'Choose the value in the form.' }),
      observe: (onChange) => field.addEventListener('change', onChange, { signal: closed.signal }),
      caret: () => undefined,
      keepCaret: () => () => field.focus(),
      focus: () => field.focus(),
      composing: false,
      close: () => closed.abort(),
    };
  },
};
