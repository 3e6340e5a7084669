import { frequentWords } from './frequent-words.ts';
import { formsOf, isNumberClass, spellingsApartAndJoined, type WordClasses } from './pattern.ts';
import type { PatternSyntax, Sequence, Term } from './pattern-syntax.ts';

/** What a text must have for a pattern to stand in it: one of the words, or a number where numbers will do. */
export interface TellingWords {
  readonly words: ReadonlySet<string>;
  readonly number: boolean;
}

/** The same before inflection: entries may carry `~`. */
interface Candidates {
  readonly entries: readonly string[];
  readonly number: boolean;
  /** Grows with how often a text has one of them. */
  readonly cost: number;
}

/** A number, or a word that most postings have, tells as little as so many others. */
const frequentCost = 100;
const aNumber: Candidates = { entries: [], number: true, cost: 2 * frequentCost };

/**
 * The rarest words of which one stands wherever the pattern does, without compiling it; undefined when it has none.
 */
export function tellingWords({ ways }: PatternSyntax, classes: WordClasses): TellingWords | undefined {
  const found = ofAll(ways, classes);
  if (!found) return undefined;
  const words = new Set<string>();
  for (const entry of found.entries) for (const word of formsOf(entry).keys()) words.add(word);
  return { words, number: found.number };
}

/** Of alternatives each needs its own. */
function ofAll(ways: readonly Sequence[], classes: WordClasses): Candidates | undefined {
  const entries: string[] = [];
  let number = false;
  let cost = 0;
  for (const way of ways) {
    const found = ofSequence(way, classes);
    if (!found) return undefined;
    entries.push(...found.entries);
    number ||= found.number;
    cost += found.cost;
  }
  return { entries, number, cost };
}

/** Any one of the sequence's terms will do: the one that is seen least. */
function ofSequence(sequence: Sequence, classes: WordClasses): Candidates | undefined {
  let best: Candidates | undefined;
  for (const { term, optional } of sequence) {
    if (optional) continue;
    const found = ofTerm(term, classes);
    if (found && (!best || found.cost < best.cost)) best = found;
  }
  return best;
}

function ofTerm(term: Term, classes: WordClasses): Candidates | undefined {
  if (term.kind === 'group') return ofAll(term.ways, classes);
  if (term.kind === 'word') return ofEntries(lastOf(spellingsApartAndJoined(term.text)));
  if (term.kind !== 'class') return undefined;
  if (isNumberClass(term.name)) return aNumber;
  const entries = classes[term.name];
  return entries && ofEntries(entries);
}

function ofEntries(entries: readonly string[]): Candidates {
  let cost = entries.length;
  for (const entry of entries) {
    const word = entry.endsWith('~') ? entry.slice(0, -1) : entry;
    if (frequentWords.has(word)) cost += frequentCost;
  }
  return { entries, number: false, cost };
}

function lastOf(spellings: readonly (readonly string[])[]): string[] {
  return spellings.flatMap((words) => words.slice(-1));
}
