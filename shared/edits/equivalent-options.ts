import { type Sentence, splitSentences } from '../detection/sentences.ts';
import { type Token, tokenise } from '../detection/tokens.ts';
import type { Edit } from '../protocol/edit.ts';
import { hasSense } from './equivalent-context.ts';
import {
  comparedWords,
  type Reading,
  readingsFrom,
  type SpelledReading,
  writeMember,
  writesBritish,
} from './equivalent-forms.ts';
import { brokenFact } from './fact-guard.ts';
import { fitToPlace } from './fit-to-place.ts';
import { fitsSentence } from './sentence-fit.ts';

/** Exchangeable wordings of one posting at most: what a policy has to choose among stays small. */
export const mostEquivalents = 24;

/** One wording of a text with what may stand for it, in all its places alike: a posting does not help here and assist there. */
export interface EquivalentOption {
  readonly group: string;
  /** As the group writes it. */
  readonly member: string;
  /** Its first place. */
  readonly start: number;
  readonly end: number;
  readonly exchanges: readonly EquivalentExchange[];
}

export interface EquivalentExchange {
  readonly member: string;
  /** One edit a place; they do not overlap. */
  readonly edits: readonly Edit[];
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Offsets count from the start of the sentence: nothing outside it bears on an exchange. */
interface FoundPlace extends Reading, Span {
  readonly sentence: Sentence;
}

/**
 * The wordings of a text that a group has equivalents for, in text order. Facts stay, every exchange reads on in its sentence, and
 * what stands in `taken` (wording that a rule speaks of) is left alone. Where there are more than {@link mostEquivalents}, those
 * with the most places are given.
 */
export function equivalentOptions(text: string, taken: readonly Span[] = []): EquivalentOption[] {
  const inBritain = writesBritish(text);
  const byMember = new Map<string, FoundPlace[]>();
  for (const place of findPlaces(text)) {
    if (taken.some((span) => overlaps(place, span))) continue;
    const key = `${place.group.id} ${place.member}`;
    byMember.set(key, [...(byMember.get(key) ?? []), place]);
  }
  return [...byMember.values()]
    .flatMap((places) => optionOf(places, inBritain))
    .sort((a, b) => mostEdits(b) - mostEdits(a) || a.start - b.start)
    .slice(0, mostEquivalents)
    .sort((a, b) => a.start - b.start);
}

function mostEdits({ exchanges }: EquivalentOption): number {
  return Math.max(...exchanges.map(({ edits }) => edits.length));
}

function optionOf(places: readonly FoundPlace[], inBritain: boolean): EquivalentOption[] {
  const [first] = places;
  if (first === undefined) return [];
  const { group, member, sentence } = first;
  const [start, end] = [sentence.start + first.start, sentence.start + first.end];
  const exchanges = group.members
    .filter((other) => other !== member)
    .map((other): EquivalentExchange => {
      const edits = places.flatMap((place) => exchangeAt(place, other, inBritain) ?? []);
      return { member: other, edits };
    })
    .filter(({ edits }) => edits.length > 0);
  return exchanges.length === 0 ? [] : [{ group: group.id, member, start, end, exchanges }];
}

function overlaps({ sentence, start, end }: FoundPlace, span: Span): boolean {
  return sentence.start + start < span.end && span.start < sentence.start + end;
}

function exchangeAt(
  { sentence, start, end, group, form }: FoundPlace,
  member: string,
  inBritain: boolean,
): Edit | undefined {
  const written = writeMember(member, form, inBritain);
  if (written === undefined) return undefined;
  const { text, start: offset } = sentence;
  const edit = fitToPlace(text, start, end, written, equivalentRule(group.id), 'equivalent');
  if (!fitsSentence(text, edit) || brokenFact(text, edit) !== undefined) return undefined;
  return { ...edit, start: edit.start + offset, end: edit.end + offset };
}

/** Id under which decisions on exchanges of a group are kept, as those on a rule's edits are. */
export function equivalentRule(group: string): string {
  return `equivalent/${group}`;
}

function findPlaces(text: string): FoundPlace[] {
  return splitSentences(text).flatMap((sentence) =>
    findInSentence(sentence.text).map((place) => ({ ...place, sentence })),
  );
}

/** Wordings that have the sense of their group, from left to right, the longest first; they do not overlap. */
function findInSentence(sentence: string): Omit<FoundPlace, 'sentence'>[] {
  const tokens = tokenise(sentence);
  const found: Omit<FoundPlace, 'sentence'>[] = [];
  for (let at = 0; at < tokens.length; ) {
    const reading = readingsFrom(tokens[at]?.word ?? '').find((one) => standsAt(one, sentence, tokens, at));
    const last = tokens[at + (reading?.words.length ?? 1) - 1];
    const first = tokens[at];
    if (reading && first && last) {
      const { group, member, form } = reading;
      found.push({ group, member, form, start: first.start, end: last.end });
    }
    at += reading?.words.length ?? 1;
  }
  return found;
}

function standsAt(reading: SpelledReading, sentence: string, tokens: readonly Token[], at: number): boolean {
  const { words, group, form } = reading;
  for (const [offset, word] of words.entries()) {
    const token = tokens[at + offset];
    if (token === undefined || comparedWords(token.word)[0] !== word) return false;
    const before = tokens[at + offset - 1];
    if (offset > 0 && before && !/^[ -]$/u.test(sentence.slice(before.end, token.start))) return false;
  }
  const start = tokens[at]?.start ?? 0;
  const end = tokens[at + words.length - 1]?.end ?? start;
  return hasSense({ group, form, sentence, start, end });
}
