import { namesSkillHere } from './skill-context.ts';
import type { Taxonomy } from './taxonomy/taxonomy.ts';
import { type Token, tokenise } from './tokens.ts';

/** A skill of the taxonomy where a text mentions it; offsets in UTF-16 code units, `end` exclusive. */
export interface SkillMention {
  readonly skill: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Every mention of a skill, in reading order, longest phrase first, none overlapping another. A word that is a skill in
 * some sentences only (`Outlook`, `excel`) counts where its neighbours say so.
 */
export function findSkills(
  taxonomy: Taxonomy,
  text: string,
  tokens: readonly Token[] = tokenise(text),
): SkillMention[] {
  return taxonomy.skills
    .find(tokens)
    .map(({ value, first, last }) => ({
      skill: value,
      start: tokens[first]?.start ?? 0,
      end: tokens[last]?.end ?? 0,
    }))
    .filter(({ start, end }) => namesSkillHere(text, start, end));
}

/** The skills that a text mentions, each once, in the order of their first mention. */
export function extractSkills(taxonomy: Taxonomy, text: string): string[] {
  return [...new Set(findSkills(taxonomy, text).map((mention) => mention.skill))];
}
