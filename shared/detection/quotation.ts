/** Quotation marks around a few words. An apostrophe inside a word opens and closes nothing. */
const quotation = /(?<![\p{L}\d])["“”„«»‘’'‚‹›](?=\S)[^"“”„«»‹›\n]{1,80}?(?<=\S)["“”«»‘’'‹›](?![\p{L}\d])/gu;
/** A word without a capital, or the first word of the sentence, and what may stand between it and the next word. */
const runningWord = /(?:^[^\p{L}]*\p{Lu}?|(?<![\p{L}'’])(?=\p{Ll}))[\p{Ll}'’]*[\s,]+["“”„«‘']?$/u;
const reach = 40;

/** Whether `sentence.slice(start, end)` stands in quotation marks. */
export function isQuoted(sentence: string, start: number, end: number): boolean {
  for (const match of sentence.matchAll(quotation)) {
    if (match.index < start && end < match.index + match[0].length) return true;
    if (match.index > start) return false;
  }
  return false;
}

/** Whether what begins at `start` is written as a name is: with a capital inside a sentence that does not give one to every word. */
export function isNamed(sentence: string, start: number): boolean {
  const before = sentence.slice(Math.max(0, start - reach), start);
  return /^\p{Lu}/u.test(sentence.slice(start, start + 2)) && runningWord.test(before);
}
