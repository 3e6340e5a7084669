import type { Rewrite } from '../../protocol/rewrite.ts';
import { describeKindEffect } from './kind-effects.ts';

/** What the kinds of a rewrite's edits did elsewhere. */
export interface EffectSentences {
  /** The sentence of at least half of the edits, said once; undefined where no two edits have one in common. */
  readonly common: string | undefined;
  /** One for each edit; undefined where it is the common one. */
  readonly own: readonly (string | undefined)[];
}

/** Sorts out what can be said of many edits at once: a sentence that stands under each of ten edits is read under none. */
export function effectSentences({ edits, effects }: Pick<Rewrite, 'edits' | 'effects'>): EffectSentences {
  const all = edits.map((_, index) => effects?.[index] ?? describeKindEffect(undefined));
  const common = [...new Set(all)].find((effect) => {
    const holders = all.filter((other) => other === effect).length;
    return holders > 1 && 2 * holders >= all.length;
  });
  return { common, own: all.map((effect) => (effect === common ? undefined : effect)) };
}
