import type { FactKind } from '../../protocol/edit.ts';
import { type LocatedFact, normalise } from './located-fact.ts';
import { isOrdinaryWord } from './ordinary-words.ts';
import { isPlaceName, streetPattern } from './places.ts';

const token = String.raw`\p{Lu}[\p{L}\p{M}\d]*(?:['’&.-]\p{L}[\p{L}\p{M}\d]*)*`;
/** A run of capitalised words, joined by `of`, `the`, `&`, `de`, `van` and the like. */
const run = new RegExp(
  String.raw`(?<![\p{L}\d_@/.-])${token}\.?(?:(?:\s(?:of(?:\sthe)?|for|and|&|de|la|del|van|von|der|den|du|le|al|bin|y)\s|\s|\s?&\s?)${token})*`,
  'gu',
);
const honorific = /\b(?:Mr|Mrs|Ms|Mx|Dr|Prof|Professor|Sir|Dame|Rev|Capt|Sgt)\.?\s$/;
const personCue =
  /\b(?:report(?:s|ing)? to|ask for|contact|call|speak to|e-?mail|led by|with|our (?:founder|director|manager|chef|owner),?|by)\s$/i;
const organisationWord =
  /\b(?:Ltd|Limited|Inc|LLC|LLP|PLC|GmbH|AG|Corp|Corporation|Company|Co|Group|University|College|School|Academy|Hospital|Clinic|Bank|Trust|Foundation|Council|Institute|Museum|Church|Services|Partners|Sons|Labs|Studio|Studios|Union|Association|Society|Agency)\b/;

function kindOf(name: string, preceding: string): FactKind {
  if (honorific.test(preceding) || /^(?:Mr|Mrs|Ms|Mx|Dr|Prof)\b/.test(name)) return 'person';
  if (organisationWord.test(name)) return 'organisation';
  if (isPlaceName(name)) return 'place';
  if (personCue.test(preceding)) return 'person';
  if (/\b(?:in|near|around|across|from|to|throughout|outside)\s$/i.test(preceding)) return 'place';
  return 'organisation';
}

/** Where a capital says nothing: the start of the line, of a sentence, of a bullet, after a colon. */
const opensSentence = /(?:^|[.!?:;]\s+|[-*•·–—|/(["“]\s*|\d[.)]\s+)$/u;

/** Names of people, places and organisations by capitals, cues and a short gazetteer; ordinary words do not count. */
export function findNames(line: string): LocatedFact[] {
  const found: LocatedFact[] = [];
  for (const match of line.matchAll(run)) {
    const words = match[0].split(/\s+/);
    const opening = opensSentence.test(line.slice(0, match.index));
    const named = words.filter((word, i) => isNamePart(word, opening && i === 0));
    if (named.length === 0) continue;
    found.push({
      kind: kindOf(match[0], line.slice(0, match.index)),
      text: match[0],
      value: normalise(named.join(' ')),
      start: match.index,
      end: match.index + match[0].length,
    });
  }
  for (const match of line.matchAll(streetPattern)) {
    found.push({
      kind: 'place',
      text: match[0],
      value: normalise(match[0]),
      start: match.index,
      end: match.index + match[0].length,
    });
  }
  return found;
}

function isNamePart(word: string, opening: boolean): boolean {
  const bare = word.replace(/[.,]+$/, '').replace(/['’]s$/, '');
  if (!/^\p{Lu}/u.test(bare) || isOrdinaryWord(bare)) return false;
  return !opening || isPlaceName(bare) || !/^\p{Lu}\p{Ll}+$/u.test(bare) || !looksLikeWord(bare);
}

/** A sentence may open with any English word; endings that only such words have tell it from a name. */
function looksLikeWord(word: string): boolean {
  return /(?:ing|ed|ly|tion|sion|ment|ness|ity|ship|able|ible|ful|ous|ive|ers?|ors?|ists?|ants?|ents?|men|man|women|woman|persons?|people|als?|ics?|ies|ary|ery|s)$/i.test(
    word,
  );
}
