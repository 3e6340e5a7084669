import { ordinaryWords } from './ordinary-word-list.ts';

/** Endings that make an ordinary word of any stem. */
const ordinaryEnding = /(?:person|people|wom[ae]n|smen|sman|ness|ship|ment|tion|tions|like|ful|ing|ly|ism)$/;
const roleEnding =
  /(?:ers?|ors?|ists?|ants?|m[ae]n|persons?|people|wom[ae]n|managers?|leads?|chefs?|crew|staff|nurses?|clerks?|representatives?|specialists?|team|girls?|boys?|guys?|lad(?:s|y|ies))$/;

function isListed(word: string): boolean {
  return (
    ordinaryWords.has(word) ||
    ordinaryWords.has(word.replace(/(?:es|s|ing|ed|er|ers|ly|d|r)$/, '')) ||
    ordinaryWords.has(word.replace(/(?:es|ing|ed|er|ers)$/, 'e')) ||
    ordinaryWords.has(word.replace(/ies$/, 'y')) ||
    ordinaryWords.has(word.replace(/i(?:er|est|ly|ness)$/, 'y'))
  );
}

/** Whether this is an ordinary English word; `Sales-Driven` counts by its parts, `You'll` by its stem. */
export function isOrdinaryWord(word: string): boolean {
  return word
    .toLowerCase()
    .replace(/n['’]t$|['’](?:s|ll|re|ve|d|m)?$/, '')
    .split(/[-/&]/)
    .every(
      (part) =>
        part === '' ||
        part === 'do' ||
        part === 'wo' ||
        isListed(part) ||
        (part.length > 5 && ordinaryEnding.test(part)),
    );
}

/** Whether an ordinary word names a job or a kind of worker, which is never part of a name. */
export function isRoleWord(word: string): boolean {
  return isOrdinaryWord(word) && roleEnding.test(word.toLowerCase());
}
