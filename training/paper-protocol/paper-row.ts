import type { Random } from '../../shared/random.ts';
import type { AttributeColumn } from '../recommender.ts';
import { isBelowFourFifths, type NullImpactRatios, nullImpactRatios } from './impact-ratios.ts';
import type { PaperReading } from './read-list.ts';
import type { PaperRow } from './record.ts';
import { pairedChange, summarise } from './summary.ts';

/** Null distribution of a list; lists of the same numbers of each group share one. */
export type NullOf = (codes: readonly number[], groupCount: number) => NullImpactRatios;

export function rememberNulls(random: Random): NullOf {
  const known = new Map<string, NullImpactRatios>();
  return (codes, groupCount) => {
    const sorted = [...codes].sort((a, b) => a - b);
    const key = `${groupCount} ${sorted.join('')}`;
    const found = known.get(key) ?? nullImpactRatios(sorted, groupCount, random.fork(key));
    known.set(key, found);
    return found;
  };
}

export interface PaperRowOptions {
  readonly method: string;
  readonly encoder: string;
  readonly attributes: readonly AttributeColumn[];
  /** The originals on the same postings, in the same order; absent in their own row. */
  readonly originals?: readonly PaperReading[] | undefined;
  readonly nullOf: NullOf;
  readonly random: Random;
}

/** Means over postings, each posting once. */
export function paperRow(readings: readonly PaperReading[], options: PaperRowOptions): PaperRow {
  const { originals, random } = options;
  const q = (of: 'publishedQ' | 'correctedQ') => {
    const values = readings.map((reading) => reading[of]);
    const { mean, sd } = summarise(values);
    const before = originals?.map((reading) => reading[of]);
    return { mean, sd, change: before ? pairedChange(before, values, random.fork(of)) : null };
  };
  return {
    method: options.method,
    encoder: options.encoder,
    publishedQ: q('publishedQ'),
    correctedQ: q('correctedQ'),
    impactRatios: options.attributes.map((attribute, a) =>
      impactRatioOf(readings, attribute, a, options.nullOf),
    ),
  };
}

function impactRatioOf(
  readings: readonly PaperReading[],
  { name, groups }: AttributeColumn,
  place: number,
  nullOf: NullOf,
): PaperRow['impactRatios'][number] {
  const lists = readings.flatMap(({ lists }) => lists[place] ?? []);
  const nulls = lists.map(({ codes }) => nullOf(codes, groups.length));
  return {
    attribute: name,
    groups: groups.map((group, g) => {
      const { mean, sd, count } = summarise(lists.flatMap(({ ratios }) => ratios[g] ?? []));
      const chance = nulls.flatMap((one) => one.groups[g] ?? []);
      return {
        group,
        postings: count,
        mean: count === 0 ? null : mean,
        sd: count === 0 ? null : sd,
        null:
          chance.length === 0
            ? null
            : {
                mean: summarise(chance.map((one) => one.mean)).mean,
                sd: Math.sqrt(summarise(chance.map((one) => one.sd ** 2)).mean),
              },
      };
    }),
    belowFourFifths: {
      observed: summarise(lists.map(({ ratios }) => (isBelowFourFifths(ratios) ? 1 : 0))).mean,
      null: summarise(nulls.map(({ belowFourFifths }) => belowFourFifths)).mean,
    },
  };
}
