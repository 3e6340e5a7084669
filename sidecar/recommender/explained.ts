import type { Recommender } from '../../training/recommender.ts';

/** Scores of the pool for one text and what they are made of; the parts add up to the scores. */
export interface ExplainedScores {
  readonly scores: Float32Array;
  readonly parts: Readonly<Record<string, Float32Array>>;
}

export interface ExplainedRecommender extends Recommender {
  explain(text: string, signal?: AbortSignal): Promise<ExplainedScores>;
}

/** A recommender whose score is one part, named by the label. */
export function explainedAs(label: string, recommender: Recommender): ExplainedRecommender {
  return {
    name: recommender.name,
    size: recommender.size,
    score: (texts, signal) => recommender.score(texts, signal),
    async explain(text, signal) {
      const [scores = new Float32Array(recommender.size)] = await recommender.score([text], signal);
      return { scores, parts: { [label]: scores } };
    },
  };
}
