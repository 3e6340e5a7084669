import { tokenise } from '../tokens.ts';
import { occupationCode } from './occupation-code.ts';

export interface EscoOccupation {
  /** Four-digit ISCO-08 unit group. */
  readonly group: string;
  readonly label: string;
  readonly alternatives: readonly string[];
  readonly description: string;
}

export interface OnetOccupation {
  readonly code: string;
  readonly title: string;
  readonly description: string;
}

/** Below this a pair of descriptions shares too little to be one trade; chosen by reading pairs around it. */
const minimumSimilarity = 0.25;
/** How much of an ISCO group's summed similarity speaks for each of its members. */
const groupWeight = 1.5;

type Vector = ReadonlyMap<string, number>;

/**
 * Gives each ESCO occupation the occupation code whose O*NET title and description it resembles most: tf-idf cosine,
 * plus the mean similarity of its ISCO unit group, so that rare trades follow their neighbours. No published crosswalk
 * from ESCO to SOC 2010 titles is free of gaps, and a wrong rare title does little harm here.
 * @returns aligned with `esco`; absent where nothing is similar enough.
 */
export function assignOccupations(
  esco: readonly EscoOccupation[],
  onet: readonly OnetOccupation[],
): (string | undefined)[] {
  const words = (text: string) => tokenise(text).map((token) => token.form);
  // Titles count three times: they name the trade, descriptions only describe it.
  const escoWords = esco.map((o) =>
    words(`${o.label} ${o.label} ${o.label} ${o.alternatives.join(' ')} ${o.description}`),
  );
  const onetWords = onet.map((o) => words(`${o.title} ${o.title} ${o.title} ${o.description}`));
  const vectorise = createVectoriser([...escoWords, ...onetWords]);
  const targets = onetWords.map(vectorise);
  const index = invert(targets);

  const similarities = escoWords.map((tokens) => {
    const scores = new Float64Array(onet.length);
    for (const [term, weight] of vectorise(tokens)) {
      for (const [target, other] of index.get(term) ?? [])
        scores[target] = (scores[target] ?? 0) + weight * other;
    }
    return scores;
  });
  const groups = new Map<string, number[]>();
  esco.forEach(({ group }, i) => {
    groups.set(group, [...(groups.get(group) ?? []), i]);
  });
  const groupMeans = new Map(
    [...groups].map(([group, members]) => [
      group,
      Float64Array.from(
        onet,
        (_, j) => members.reduce((sum, i) => sum + (similarities[i]?.[j] ?? 0), 0) / members.length,
      ),
    ]),
  );
  return esco.map((occupation, i) => {
    const own = similarities[i] ?? new Float64Array();
    const mean = groupMeans.get(occupation.group);
    let best = -1;
    let bestScore = minimumSimilarity;
    own.forEach((similarity, j) => {
      const score = similarity + groupWeight * (mean?.[j] ?? 0);
      if (score > bestScore) [best, bestScore] = [j, score];
    });
    const match = onet[best];
    return match && occupationCode(match.code);
  });
}

function createVectoriser(documents: readonly (readonly string[])[]): (tokens: readonly string[]) => Vector {
  const documentFrequency = new Map<string, number>();
  for (const tokens of documents) {
    for (const term of new Set(tokens)) documentFrequency.set(term, (documentFrequency.get(term) ?? 0) + 1);
  }
  return (tokens) => {
    const counts = new Map<string, number>();
    for (const term of tokens) counts.set(term, (counts.get(term) ?? 0) + 1);
    const weights = [...counts].map(([term, count]) => {
      const idf = Math.log(documents.length / (documentFrequency.get(term) ?? documents.length));
      return [term, (1 + Math.log(count)) * idf] as const;
    });
    const norm = Math.hypot(...weights.map(([, weight]) => weight)) || 1;
    return new Map(weights.map(([term, weight]) => [term, weight / norm]));
  };
}

function invert(vectors: readonly Vector[]): Map<string, [number, number][]> {
  const index = new Map<string, [number, number][]>();
  vectors.forEach((vector, i) => {
    for (const [term, weight] of vector) {
      const list = index.get(term) ?? [];
      list.push([i, weight]);
      index.set(term, list);
    }
  });
  return index;
}
