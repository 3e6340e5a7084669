import type { Taxonomy } from './taxonomy/taxonomy.ts';
import { type Token, tokenise } from './tokens.ts';

/** A skill of the taxonomy where a text mentions it; offsets in UTF-16 code units, `end` exclusive. */
export interface SkillMention {
  readonly skill: string;
  readonly start: number;
  readonly end: number;
}

/** Every mention of a skill, in reading order, longest phrase first, none overlapping another. */
export function findSkills(
  taxonomy: Taxonomy,
  text: string,
  tokens: readonly Token[] = tokenise(text),
): SkillMention[] {
  return taxonomy.skills.find(tokens).map(({ value, first, last }) => ({
    skill: value,
    start: tokens[first]?.start ?? 0,
    end: tokens[last]?.end ?? 0,
  }));
}

/** The skills that a text mentions, each once, in the order of their first mention. */
export function extractSkills(taxonomy: Taxonomy, text: string): string[] {
  return [...new Set(findSkills(taxonomy, text).map((mention) => mention.skill))];
}
