import type { Taxonomy } from './taxonomy/taxonomy.ts';
import { tokenise } from './tokens.ts';

/** The licences and certificates that a text mentions, each once, in the order of their first mention. */
export function extractLicences(taxonomy: Taxonomy, text: string): string[] {
  return [...new Set(taxonomy.licences.find(tokenise(text)).map((match) => match.value))];
}
