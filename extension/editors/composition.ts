/** Follows whether an input method is composing in `root`, until the signal ends. */
export function followComposition(root: HTMLElement, signal: AbortSignal): { readonly composing: boolean } {
  const state = { composing: false };
  const options = { capture: true, signal };
  root.addEventListener('compositionstart', () => (state.composing = true), options);
  root.addEventListener('compositionend', () => (state.composing = false), options);
  return state;
}

export const refusedWhileComposing = {
  ok: false,
  how: 'none',
  why: 'A word is being composed. Finish it, then apply the change.',
} as const;
