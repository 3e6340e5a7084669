/** Words that stay small inside a title. */
const small = /^(?:an?|the|and|or|of|in|on|at|to|for|from|with|by|as)$/i;

/** Whether a phrase of several words is written as a title. */
export function isTitle(phrase: string): boolean {
  const words = phrase.split(/[\s-]+/u).filter((word) => /\p{L}/u.test(word) && !small.test(word));
  return words.length > 1 && words.every((word) => /^\p{Lu}/u.test(word));
}

/** Capitals for each word of a title but its small ones: `take the lead` is `Take the Lead`. */
export function titleCase(phrase: string): string {
  let first = true;
  return phrase.replace(/(?<![\p{L}'’-])\p{L}[\p{L}'’]*/gu, (word) => {
    const kept = !first && small.test(word);
    first = false;
    return kept ? word : word.charAt(0).toUpperCase() + word.slice(1);
  });
}
