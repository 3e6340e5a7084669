import type { ActionSpace } from '../actions.ts';
import { ridge } from './ridge.ts';

/** What one posting shows: the words around its flagged spans, and the values that they are to explain. */
export interface WordSample {
  readonly words: readonly string[];
  readonly values: readonly number[];
}

/** Kept of a vocabulary, so that a policy stays some kilobytes. */
const mostWords = 256;
/** Of a weight; gaps are hundredths. */
const decimals = 5;
/** A word must stand in so many postings, and be missing in so many. */
const fewestPostings = 4;
const penalties = [30, 60, 120, 240, 480];
const parts = 5;

/** Distinct words of the text outside its flagged spans: what no edit can change. Lower case, without numbers. */
export function surroundingWords({ text, slots }: ActionSpace): string[] {
  let rest = '';
  let end = 0;
  const spans = slots.flatMap((slot) => [slot, ...slot.actions.flatMap(({ edits }) => edits)]);
  for (const span of spans.sort((a, b) => a.start - b.start)) {
    rest += `${text.slice(end, Math.max(end, span.start))} `;
    end = Math.max(end, span.end);
  }
  rest += text.slice(end);
  return [...new Set(rest.toLowerCase().match(/\p{L}+/gu))];
}

/**
 * What each word adds to each value, so that wording which no rule flags is counted too; words that are not in the result
 * add nothing. Ridge regression with the penalty that predicts left-out postings best in five parts (Stone 1974); where
 * none predicts better than nothing does, no word says anything. Of a large vocabulary those words are kept that divide the
 * postings most evenly.
 */
export function fitWords(samples: readonly WordSample[]): Record<string, number[]> {
  const kept = dividingWords(samples);
  const ids = new Map(kept.map((word, id) => [word, id]));
  const rows = samples.map(({ words, values }): Row => {
    return { features: words.flatMap((word) => ids.get(word) ?? []), values };
  });
  let chosen: number | undefined;
  let least = squaredError(rows, []);
  for (const penalty of penalties) {
    const error = leftOutError(rows, kept.length, penalty);
    if (error < least) [chosen, least] = [penalty, error];
  }
  if (chosen === undefined) return {};
  const weights = regress(rows, kept.length, chosen);
  return Object.fromEntries(
    kept.map((word, id) => [word, weights.map((weight) => Number((weight[id] ?? 0).toFixed(decimals)))]),
  );
}

function dividingWords(samples: readonly WordSample[]): string[] {
  const counts = new Map<string, number>();
  for (const word of samples.flatMap(({ words }) => words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const evenness = (count: number) => Math.min(count, samples.length - count);
  return [...counts]
    .filter(([, count]) => evenness(count) >= fewestPostings)
    .sort(([a, n], [b, m]) => evenness(m) - evenness(n) || (a < b ? -1 : 1))
    .slice(0, mostWords)
    .map(([word]) => word);
}

interface Row {
  readonly features: readonly number[];
  readonly values: readonly number[];
}

/** Weights of the features, one array a value. */
function regress(rows: readonly Row[], size: number, penalty: number): Float64Array[] {
  return (rows[0]?.values ?? []).map((_, d) =>
    ridge(
      rows.map(({ features, values }) => ({ features, value: values[d] ?? 0 })),
      size,
      penalty,
    ),
  );
}

function leftOutError(rows: readonly Row[], size: number, penalty: number): number {
  let error = 0;
  for (let part = 0; part < parts; part += 1) {
    const seen = rows.filter((_, i) => i % parts !== part);
    const leftOut = rows.filter((_, i) => i % parts === part);
    error += squaredError(leftOut, regress(seen, size, penalty));
  }
  return error;
}

/** Sum over rows and values of what the weights leave unexplained; without weights, all of it. */
function squaredError(rows: readonly Row[], weights: readonly Float64Array[]): number {
  let error = 0;
  for (const { features, values } of rows) {
    values.forEach((value, d) => {
      const predicted = features.reduce((sum, feature) => sum + (weights[d]?.[feature] ?? 0), 0);
      error += (value - predicted) ** 2;
    });
  }
  return error;
}
