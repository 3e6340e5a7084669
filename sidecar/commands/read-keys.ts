import { on } from 'node:events';
import type { CommandContext } from './context.ts';

/** Ctrl-C, Ctrl-D, and what the keys without a character begin with. */
const [interrupt, endOfInput, controlSequence] = ['\u0003', '\u0004', '\u001b'];

/** Keys as they are pressed at a terminal, without Enter; ends at Ctrl-C, Ctrl-D, or with the terminal. */
export async function* readKeys({
  stdin,
  signal,
}: Pick<CommandContext, 'stdin' | 'signal'>): AsyncGenerator<string> {
  const setRaw = (raw: boolean) => {
    if ('setRawMode' in stdin && typeof stdin.setRawMode === 'function') stdin.setRawMode(raw);
  };
  setRaw(true);
  try {
    for await (const [chunk] of on(stdin, 'data', { signal, close: ['end'] })) {
      const pressed = String(chunk);
      // An arrow or function key, whose last character would pass for a letter.
      if (pressed.startsWith(controlSequence)) continue;
      for (const key of pressed) {
        if (key === interrupt || key === endOfInput) return;
        yield key;
      }
    }
  } finally {
    setRaw(false);
    stdin.pause();
  }
}
