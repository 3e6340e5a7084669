import type { AttributeColumn } from '../recommender.ts';
import { correctedQ } from './corrected-q.ts';
import { listImpactRatios, selectedPlaces } from './impact-ratios.ts';
import { publishedQ } from './published-q.ts';
import type { Target } from './targets.ts';

/** One text's list as the paper reads it. */
export interface PaperReading {
  readonly publishedQ: number;
  readonly correctedQ: number;
  /** Of each attribute: groups of those listed, best first, and the impact ratio of each group. */
  readonly lists: readonly {
    readonly codes: readonly number[];
    readonly ratios: readonly (number | null)[];
  }[];
}

/**
 * The `k` best of `members` whose group is known, for each attribute. Ties go by id, so that the order of the pool never decides.
 * @param scores of the whole pool, higher is better
 */
export function readPaperList(
  scores: Float32Array,
  ids: readonly string[],
  members: readonly number[],
  attributes: readonly AttributeColumn[],
  targets: readonly Target[],
  k: number,
): PaperReading {
  const order = [...members].sort(
    (a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || ((ids[a] ?? '') < (ids[b] ?? '') ? -1 : 1),
  );
  const lists = attributes.map(({ codes, groups }) => {
    const listed = order
      .map((member) => codes[member] ?? -1)
      .filter((code) => code >= 0)
      .slice(0, k);
    return { codes: listed, ratios: listImpactRatios(listed, groups.length, selectedPlaces) };
  });
  const shares = lists.map(({ codes }, a) => {
    const target = targets[a];
    if (target === undefined)
      throw new RangeError(`${targets.length} targets for ${lists.length} attributes`);
    return {
      target: target.groups.map(({ share }) => share),
      realised: target.groups.map((_, g) => codes.filter((code) => code === g).length / codes.length),
      ordered: target.ordered,
    };
  });
  return { publishedQ: publishedQ(shares), correctedQ: correctedQ(shares), lists };
}
