import type { Fact, FactKind } from '../../protocol/edit.ts';

/** A fact and where it stands: UTF-16 offsets, `end` exclusive. */
export interface LocatedFact extends Fact {
  readonly start: number;
  readonly end: number;
}

/** Finds every fact of its kinds in one line of text. Pure. */
export type FactFinder = (line: string) => LocatedFact[];

/** Lower case, one blank between words, typographic apostrophes and dashes as plain ones: what is compared. */
export function normalise(text: string): string {
  return text.toLowerCase().replace(/[’‘]/g, "'").replace(/[–—]/g, '-').replace(/\s+/g, ' ').trim();
}

/** One fact for each match of a global pattern. `value` gives the compared form, by default the normalised text. */
export function matches(
  kind: FactKind,
  pattern: RegExp,
  value: (text: string) => string = normalise,
): FactFinder {
  return (line) =>
    Array.from(line.matchAll(pattern), (match) => ({
      kind,
      text: match[0],
      value: value(match[0]),
      start: match.index,
      end: match.index + match[0].length,
    }));
}
