import { descriptionExamples } from './equivalent-adjectives.fixture.ts';
import { nounExamples } from './equivalent-nouns.fixture.ts';
import { phraseExamples } from './equivalent-phrases.fixture.ts';
import { verbExamples } from './equivalent-verbs.fixture.ts';

/** Sentences, by group, in which a wording of the group is exchanged, and in which it is left alone. */
export type EquivalentExamples = Readonly<
  Record<string, { readonly exchanged: readonly [string, string]; readonly kept: readonly [string, string] }>
>;

export const equivalentExamples: EquivalentExamples = {
  ...verbExamples,
  ...nounExamples,
  ...descriptionExamples,
  ...phraseExamples,
};
