const spokenWithYouOrWa = /^(?:uni(?:[cfqstv]|on)|us[aeu]|ut[ei]|ubi|eu|ewe|ones?\b|once\b)/;
const silentH = /^(?:hour|honest|honou?r|heir)/;

/** Whether the word is spoken with a vowel first: `hour`, `MBA`, `artist`, `8`; but not `user`, `one`, `US`. */
export function startsWithVowelSound(word: string): boolean {
  if (/^\d/.test(word)) return /^(?:8|11\b|18\b)/.test(word);
  if (/^[A-Z]{2,}/.test(word)) return /^[AEFHILMNORSX]/.test(word);
  const lower = word.toLowerCase();
  return silentH.test(lower) || (/^[aeiou]/.test(lower) && !spokenWithYouOrWa.test(lower));
}

/** `a` or `an` before the word, with the capital of the article that stood there. */
export function articleBefore(word: string, written: string): string {
  const article = startsWithVowelSound(word) ? 'an' : 'a';
  return /^[A-Z]/.test(written) ? `A${article.slice(1)}` : article;
}
