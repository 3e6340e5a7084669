import { equivalentAdjectives } from './equivalent-adjectives.ts';
import type { EquivalentGroup } from './equivalent-group.ts';
import { equivalentNouns } from './equivalent-nouns.ts';
import { equivalentPhrases } from './equivalent-phrases.ts';
import { equivalentVerbs } from './equivalent-verbs.ts';

/** Every group of wordings that may be exchanged. */
export const equivalentWording: readonly EquivalentGroup[] = [
  ...equivalentVerbs,
  ...equivalentNouns,
  ...equivalentAdjectives,
  ...equivalentPhrases,
];
