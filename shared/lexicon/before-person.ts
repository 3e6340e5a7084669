/** What may stand between an adjective and the person it describes: other adjectives and a field of work. */
const between = ',? and? {trait}? ,? and? {trait}? ,? and? {trait}? {field}?';

/**
 * A pattern that marks an adjective before a person, however many others stand between: `[young]` in "a young, energetic sales guru".
 * @param adjective a word or `(one|another)`.
 * @param person who is described, in the notation of patterns.
 */
export function describing(adjective: string, person = '({candidate}|{role})'): string {
  return `[${adjective}] ${between} ${person}`;
}
