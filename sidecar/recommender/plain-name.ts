import type { RecommenderChoice } from './recommender-choice.ts';

/** What each recommender is called where people read it who do not know its parts; fits behind "measured with". */
const plainNames: Readonly<Record<RecommenderChoice['kind'], string>> = {
  embedded: 'the built-in recommender',
  lexical: 'the built-in comparison of words',
  dense: 'the built-in comparison of whole texts',
  interactions: 'the recommender that learned from your applications and hires',
  ollama: 'the built-in recommender with your local language model',
  external: 'your company’s own recommender',
  postgres: 'the recommender in your company’s database',
};

/** The public name of a recommender; the technical one, which says what was measured, is `Recommender.name`. */
export function plainNameOf({ kind }: Pick<RecommenderChoice, 'kind'>): string {
  return plainNames[kind];
}
