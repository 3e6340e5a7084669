import { diffArrays } from 'diff';
import { inflections } from '../../shared/detection/inflection.ts';
import { isFunctionWord } from '../../shared/edits/function-word.ts';
import type { Finding } from '../../shared/protocol/finding.ts';

/** Somebody else would speak, or be spoken to. */
const person = /^(?:i|we|us|ours?|me|my|mine|ourselves|myself|yours?|you|yourself)$/i;
/** Joins, allows, demands or denies. */
const binding =
  /^(?:and|or|and\/or|but|nor|not|no|never|must|should|shall|can|cannot|could|may|might|if|unless|only|without|either|neither|\w+n['’]t)$/i;
/** What the words for one person become as those for anyone; and the auxiliaries, which follow their subject. */
const thirdPerson =
  /^(?:s\/he|(?:he|she|they|it|him|her|them|his|hers|their|theirs|its|himself|herself|themselves)(?:\/(?:he|she|him|her|his|hers))?)(?:['’](?:s|re|ll|d|ve))?$/i;
/** Asked for, where it was not before. */
const requirement =
  /^(?:experienced?|senior|junior|degrees?|certifi\w+|licen[cs]\w+|qualifi\w+|fluent|years?)$/i;
/** Work named by the sex of who does it: which work it is, is a fact, so only the rule's own titles may take its place. */
const title = /^(?!wom[ae]n$|humans?$)\p{L}{2,}(?:m[ae]n|(?<![ln])ess(?:es)?)$/iu;
/** A flagged word may become a short phrase: `digital native`, `confident user of digital tools`. */
const wordsForFlagged = { least: 4, times: 2 };

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A stretch where the sentences differ. */
interface Change {
  readonly removed: readonly Word[];
  readonly added: readonly string[];
  /** The words that stay on either side of it. */
  readonly neighbours: readonly Word[];
}

type Flagged = Pick<Finding, 'start' | 'end' | 'suggestions'>;

/**
 * Whether a rewrite of a sentence changes what nobody flagged. Words of the flagged spans may go and others may come in their place;
 * outside, only articles, pronouns of the third person, prepositions and endings may change, as grammar then needs. A model that
 * paraphrases the rest drops a skill, turns `our` into `their`, or makes an alternative a condition, and each word of it sounds right.
 * @param flagged with offsets in `before`
 */
export function changesBeyondFlagged(before: string, flagged: readonly Flagged[], after: string): boolean {
  const isFlagged = ({ start, end }: Word) => flagged.some((span) => start < span.end && end > span.start);
  const isTitle = (word: Word) => isFlagged(word) && title.test(word.text);
  const suggested = flagged.flatMap(({ suggestions }) =>
    suggestions.flatMap((one) => wordsOf(one).map(lower)),
  );
  const changes = changesOf(wordsOf(before), wordsOf(after));
  const arrived = changes.flatMap(({ added }) => added);
  const gone = changes.flatMap(({ removed }) => removed.map(lower));
  // Verbs follow their subject: where `he` became `they`, `leads` becomes `lead`.
  const subjectChanged = gone.some((word) => thirdPerson.test(word));
  return changes.some(({ removed, added, neighbours }) => {
    const inPlace = removed.some(isFlagged) || neighbours.some(isFlagged);
    const lost = removed.filter((word) => !isFlagged(word)).map(lower);
    const isForm = (word: string, others: readonly string[]) =>
      inPlace || subjectChanged ? hasForm(word, others) : others.includes(word);
    const joins = (word: string) => inPlace && /^(?:and|or)$/.test(word);
    if (lost.some((word) => !isFree(word) && !joins(word) && !isForm(word, arrived))) return true;
    const fresh = added.filter((word) => !isFree(word) && !joins(word) && !isForm(word, gone));
    const most = Math.max(wordsForFlagged.least, wordsForFlagged.times * removed.filter(isFlagged).length);
    if (fresh.length > 0 && (!inPlace || fresh.length > most)) return true;
    if (removed.some(isTitle) && fresh.some((word) => !hasForm(word, suggested))) return true;
    return fresh.some((word) => !suggested.includes(word) && (isBound(word) || requirement.test(word)));
  });
}

const isBound = (word: string) => person.test(word) || binding.test(word);
const isFree = (word: string) => !isBound(word) && (isFunctionWord(word) || thirdPerson.test(word));
const hasForm = (word: string, others: readonly string[]) =>
  others.some((other) => other === word || inflections(word).has(other) || inflections(other).has(word));

const lower = (word: Word | string) =>
  (typeof word === 'string' ? word : word.text).toLowerCase().normalize('NFC');

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}](?:[\p{L}\p{N}'’/+#&.-]*[\p{L}\p{N}+#])?/gu)].map(
    ({ 0: word, index }) => ({ text: word, start: index, end: index + word.length }),
  );
}

function changesOf(before: readonly Word[], after: readonly Word[]): Change[] {
  const changes: Change[] = [];
  let at = 0;
  let from = 0;
  let added: string[] = [];
  const close = () => {
    const removed = before.slice(from, at);
    const neighbours = [before[from - 1], before[at]].filter((word) => word !== undefined);
    if (removed.length + added.length > 0) changes.push({ removed, added, neighbours });
    added = [];
  };
  for (const part of diffArrays(before.map(lower), after.map(lower))) {
    if (part.added) added.push(...part.value);
    else if (part.removed) at += part.value.length;
    else {
      close();
      at += part.value.length;
      from = at;
    }
  }
  close();
  return changes;
}
