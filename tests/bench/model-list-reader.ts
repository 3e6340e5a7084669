import { createRandom } from '../../shared/random.ts';
import { createCandidateReader } from '../../sidecar/import/candidate-reader.ts';
import { claimForSample, loadSample } from '../../sidecar/market/load-sample.ts';
import { createMarketSource } from '../../sidecar/market/market.ts';
import { openAttributes } from '../../sidecar/storage/attributes.ts';
import { openStore } from '../../sidecar/storage/store.ts';
import { splitCandidates } from '../../training/folds.ts';
import { createPostingMeasurer, readLists } from '../../training/posting-measure.ts';
import { readGaps } from '../../training/reward.ts';

/** What the match list of a text looks like on the report part of the candidates. */
export interface ListReading {
  /** Mean over the attributes of the gap beyond chance. */
  readonly gap: number;
  /** Mean share of the required skills in the top of the list. */
  readonly relevance: number;
}

/** Reads texts of one posting, measured by what its original requires; undefined where the list cannot be measured. */
export type ListReader = (
  original: string,
  texts: readonly string[],
) => Promise<readonly ListReading[] | undefined>;

/** The report part of the synthetic sample company, which no training here has seen. */
export async function openListReader(directory: string, signal: AbortSignal): Promise<ListReader> {
  const store = openStore(directory);
  const attributes = openAttributes(directory);
  try {
    claimForSample(store);
    loadSample(store, attributes, createCandidateReader());
    const market = await createMarketSource({ store, attributes, seed: 1, signal }).current();
    if (market === undefined) throw new Error('The sample company has no candidates.');
    const measurer = createPostingMeasurer({
      ...market,
      members: splitCandidates(market.pool, market.salt).report,
      rule: 'report',
      random: createRandom(1),
    });
    return async (original, texts) => {
      const measure = measurer(market.readRequirements(original));
      if (measure.attributes.length === 0) return undefined;
      const scores = await market.recommender.score([...texts], signal);
      return scores.map((scored) => {
        const { gaps, relevance } = readGaps(measure, readLists(measure, scored));
        const beyond = gaps.reduce((sum, { beyondChance }) => sum + beyondChance, 0);
        return { gap: beyond / gaps.length, relevance };
      });
    };
  } finally {
    attributes.close();
    store.close();
  }
}
