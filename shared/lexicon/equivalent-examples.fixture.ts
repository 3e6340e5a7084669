import { descriptionExamples } from './equivalent-adjectives.fixture.ts';
import type { EquivalentExamples } from './equivalent-group.ts';
import { nounExamples } from './equivalent-nouns.fixture.ts';
import { phraseExamples } from './equivalent-phrases.fixture.ts';
import { verbExamples } from './equivalent-verbs.fixture.ts';

export const equivalentExamples: EquivalentExamples = {
  ...verbExamples,
  ...nounExamples,
  ...descriptionExamples,
  ...phraseExamples,
};
