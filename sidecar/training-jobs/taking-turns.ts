import type { Recommender } from '../../training/recommender.ts';

/**
 * The same recommender, letting the event loop turn before every batch: training is one long chain of computations, and
 * neither Ctrl-C nor a lost parent would be noticed in between.
 */
export function takingTurns(recommender: Recommender): Recommender {
  return {
    name: recommender.name,
    size: recommender.size,
    async score(texts, signal) {
      await new Promise((resolve) => setImmediate(resolve));
      signal?.throwIfAborted();
      return recommender.score(texts, signal);
    },
  };
}
