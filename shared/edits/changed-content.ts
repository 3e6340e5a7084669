import type { Fact } from '../protocol/edit.ts';
import { withoutFreePhrases } from './facts/free-phrases.ts';
import { withoutIdioms } from './facts/idioms.ts';
import { isStyleWord } from './facts/style-words.ts';

const word = /\p{L}[\p{L}\p{M}]*(?:['’-]\p{L}[\p{L}\p{M}]*)*/gu;

function counts(line: string): Map<string, { written: string; count: number }> {
  const found = new Map<string, { written: string; count: number }>();
  for (const [written] of withoutFreePhrases(withoutIdioms(line)).matchAll(word)) {
    const key = written.toLowerCase();
    const known = found.get(key);
    found.set(key, { written, count: (known?.count ?? 0) + 1 });
  }
  return found;
}

function firstExtra(of: ReturnType<typeof counts>, over: ReturnType<typeof counts>): Fact | undefined {
  for (const [key, { written, count }] of of) {
    if (count > (over.get(key)?.count ?? 0) && !isStyleWord(key)) {
      return { kind: 'skill', text: written, value: key };
    }
  }
  return undefined;
}

/** `skirts and jackets` is not `skirts or jackets`. */
function swappedConjunction(
  had: ReturnType<typeof counts>,
  has: ReturnType<typeof counts>,
): Fact | undefined {
  const change = (key: string) => (has.get(key)?.count ?? 0) - (had.get(key)?.count ?? 0);
  if (change('and') * change('or') >= 0) return undefined;
  const lost = change('and') < 0 ? 'and' : 'or';
  return { kind: 'negation', text: lost, value: lost };
}

/**
 * The first word with content of its own that one side has and the other lacks. No list knows every skill, task and tool,
 * so any word that is not known to be mere style counts as one. `and` for `or` counts as well.
 */
export function changedContent(before: string, after: string): Fact | undefined {
  const [had, has] = [counts(before), counts(after)];
  return firstExtra(had, has) ?? firstExtra(has, had) ?? swappedConjunction(had, has);
}
