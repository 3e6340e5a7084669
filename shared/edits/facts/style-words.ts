import { lexicon } from '../../lexicon/lexicon.ts';
import { styleWords } from './style-word-list.ts';

/** Words that hold a sentence together. `with`, `without`, `before`, `after` and the like are not here: they state things. */
const functionWords = new Set(
  `a an the this that these those some any each every all both either and or but so as if when while where which who whom whose what how why
  i me my mine we us our ours you your yours he him his she her hers it its they them their theirs one ones oneself himself herself themselves
  yourself yourselves myself ourselves itself be is are am was were been being do does did done doing have has had having will would shall get gets
  getting got let lets of in on at to for from by with into onto about toward towards around along among amid across through over than then there here
  also too very quite rather really just even still already yet again ever such same other another else more most much many well please thanks thank
  yes oh hey hello not no don't up out off upon per via like because since though although however therefore thus hence whoever whatever
  'll 've 're 's 'd 'm mr mrs ms dr kind sort lot lots bit ca wo`.split(/\s+/),
);

/** Words of strength: which of them may stand for another is decided by the facts of `strength.ts`, not here. */
const strengthWords = new Set(
  `must need needed require required requirement essential mandatory necessary compulsory vital obliged obligatory expected imperative indispensable
  should ought preferred preferably prefer preference desirable desired ideally ideal advantage plus asset bonus recommended beneficial helpful handy useful
  may might can cannot could possible possibly optional optionally voluntary allowed permitted always constantly sometimes occasionally never not no without nor neither none`.split(
    /\s+/,
  ),
);

/** Endings of words that describe: adjectives, adverbs, and nouns of quality. */
const descriptive =
  /(?:ous|ful|less|able|ible|ish|ly|ness|like|some|minded|hearted|spirited|tempered|oriented|focused|driven|going|loving|working)$/;
/** Endings of neutral and gendered words for people. */
const personEnding = /(?:person|persons|people|women|woman|folk)$/;

/**
 * Words of the rules' own suggestions: the rule's author has judged that they may stand there. Rules whose mend would
 * change a requirement are left out.
 */
const suggested = new Set(
  lexicon
    .filter(({ requirementQuestion, suggestions }) => !requirementQuestion && Array.isArray(suggestions))
    .flatMap(({ suggestions }) => (Array.isArray(suggestions) ? suggestions : []))
    .flatMap((suggestion: string) => suggestion.toLowerCase().match(/[\p{L}'’-]+/gu) ?? []),
);

function isListed(word: string): boolean {
  return functionWords.has(word) || strengthWords.has(word) || styleWords.has(word) || suggested.has(word);
}

/** Stems to look up beside the word itself: plural, past, participle, comparative, doubled consonants, British spelling. */
function stems(word: string): string[] {
  return [
    word.replace(/(?:es|s)$/, ''),
    word.replace(/s$/, ''),
    word.replace(/(?:ed|ing|er|est)$/, ''),
    word.replace(/(?:ed|ing|er|est)$/, 'e'),
    word.replace(/(?:i(?:ed|es|er|est|ly))$/, 'y'),
    word.replace(/([a-z])\1(?:ed|ing|er|est)$/, '$1'),
    word.replace(/d$/, ''),
    word.replace(/iz(e|es|ed|ing|ation)/, 'is$1'),
    word.replace(/men$/, 'man'),
    word.replace(/^un/, ''),
  ];
}

/** Whether a change of this word changes no fact. Hyphenated words count by their parts. */
export function isStyleWord(word: string): boolean {
  const plain = word
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/^'+|'+$/g, '');
  const bare = plain.replace(/(?:n't|'(?:s|ll|re|ve|d|m))$/, '');
  if (plain === '' || isListed(plain) || isListed(bare)) return true;
  if (stems(bare).some((stem) => stem.length > 2 && isListed(stem))) return true;
  if (bare.length > 5 && (descriptive.test(bare) || personEnding.test(bare))) return true;
  const parts = bare.split('-');
  return parts.length > 1 && parts.every((part) => part === '' || isStyleWord(part));
}
