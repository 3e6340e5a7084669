import type { FactKind } from '../../protocol/edit.ts';
import { isFirstName } from './first-names.ts';
import { type LocatedFact, normalise } from './located-fact.ts';
import { isOrdinaryWord, isRoleWord } from './ordinary-words.ts';
import { findPlaceWords, isPlaceName } from './places.ts';

const token = String.raw`\p{Lu}[\p{L}\p{M}\d]*(?:['’&.-]\p{L}[\p{L}\p{M}\d]*)*`;
const joint = String.raw`\s(?:of(?:\sthe)?|for|and|&|de|la|del|van|von|der|den|du|le|al|bin|y)\s|\s?&\s?|\s`;
/** A run of capitalised words, joined by `of`, `the`, `&`, `van` and the like. */
const run = new RegExp(String.raw`(?<![\p{L}\d_@/.~-])${token}(?:(?:${joint})${token})*`, 'gu');
const capitalisedWord = new RegExp(token, 'gu');
const honorific = /\b(?:Mr|Mrs|Ms|Mx|Dr|Prof|Professor|Sir|Dame|Rev|Capt|Captain|Sgt)\.?\s$/;
const title = /^(?:Mr|Mrs|Ms|Mx|Dr|Prof|Professor|Sir|Dame|Rev|Capt|Captain|Sgt)\.?$/;
const personCue = /\b(?:report(?:s|ing)? to|ask for|contact|call|speak to|e-?mail|led by|hello to|named)\s$/i;
const placeCue = /\b(?:in|near|around|across|from|to|throughout|outside)\s$/i;
const organisationWord =
  /\b(?:Ltd|Limited|Inc|LLC|LLP|PLC|GmbH|AG|Corp|Corporation|Company|Group|University|College|School|Academy|Hospital|Clinic|Bank|Trust|Foundation|Council|Institute|Museum|Church|Services|Partners|Sons|Labs|Studios?|Union|Association|Society|Agency)\b/;

/** Where a capital says nothing: the start of the line, of a sentence, of a bullet, after a colon. */
const opensSentence = /(?:^|[.!?:;]\s+|[-*•·–—|/(["“]\s*|\d[.)]\s+)$/u;

/** As much of the line before a place as a cue may need; looking back over all of it would cost its square. */
const reach = 24;
const before = (line: string, index: number) => line.slice(Math.max(0, index - reach), index);

interface Word {
  readonly text: string;
  readonly start: number;
}

function wordsOf(match: RegExpMatchArray): Word[] {
  return Array.from(match[0].matchAll(capitalisedWord), (word) => ({
    text: word[0],
    start: (match.index ?? 0) + word.index,
  }));
}

/** Whether a capitalised word is part of a name. `opening` words need more than their capital. */
function isNamePart(word: string, opening: boolean, followedByName: boolean, afterTitle: boolean): boolean {
  const bare = word.replace(/['’]s$/, '');
  if (afterTitle) return true;
  if (isPlaceName(bare) || isFirstName(bare)) return true;
  if (title.test(bare)) return followedByName;
  if (isOrdinaryWord(bare)) return false;
  const plainCapital = /^\p{Lu}\p{Ll}+(?:-\p{Ll}+)*$/u.test(bare);
  return !opening || !plainCapital || followedByName;
}

function kindOf(name: string, preceding: string): FactKind {
  const first = name.split(/\s/)[0] ?? '';
  if (honorific.test(preceding) || title.test(first)) return 'person';
  if (organisationWord.test(name)) return 'organisation';
  if (isPlaceName(name)) return 'place';
  if (isFirstName(first) || personCue.test(preceding)) return 'person';
  return placeCue.test(preceding) ? 'place' : 'organisation';
}

/** Cuts a run to its name: from the first part that names to the last word that is no role (`Leeds Salesperson`). */
function nameWithin(line: string, match: RegExpMatchArray): LocatedFact | undefined {
  const words = wordsOf(match);
  const opening = opensSentence.test(before(line, match.index ?? 0));
  const named = words.map((word, i) => {
    const next = words[i + 1];
    const gap = next && line.slice(word.start + word.text.length, next.start);
    const followedByName = gap !== undefined && /^\s?(?:&\s?)?$/.test(gap) && !isRoleWord(next?.text ?? '');
    const afterTitle =
      i > 0 ? title.test(words[i - 1]?.text ?? '') : honorific.test(before(line, word.start));
    return isNamePart(word.text, opening && i === 0, followedByName, afterTitle);
  });
  const from = named.indexOf(true);
  if (from === -1) return undefined;
  let to = words.length - 1;
  while (to > named.lastIndexOf(true) && isRoleWord(words[to]?.text ?? '')) to -= 1;
  const first = words[from];
  const last = words[to];
  if (!first || !last) return undefined;
  const text = line.slice(first.start, last.start + last.text.length).replace(/['’]s$/, '');
  return {
    kind: kindOf(text, before(line, first.start)),
    text,
    value: normalise(text),
    start: first.start,
    end: first.start + text.length,
  };
}

/** Names of people, places and organisations by capitals, cues and short lists; ordinary words do not count. */
export function findNames(line: string): LocatedFact[] {
  const capitalised = Array.from(line.matchAll(run), (match) => nameWithin(line, match));
  return [...capitalised.filter((name) => name !== undefined), ...findPlaceWords(line)];
}
