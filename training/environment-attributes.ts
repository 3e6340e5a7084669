import { crossAttributes } from '../shared/fairness/intersections.ts';
import type { AttributeColumn } from './recommender.ts';

/** Fewest people of a crossed group: under this it counts with the others that are too small. */
export const leastCrossedGroup = 100;
const others = 'other';

/**
 * The attributes with the crossing of every two of them, so that a gain on gender and on region is no loss to the people of
 * one gender in one region. Small groups of a crossing are pooled; people whom pooling leaves too few are unknown in it,
 * and a crossing with fewer than two groups is left out.
 */
export function withCrossings(
  attributes: readonly AttributeColumn[],
  least = leastCrossedGroup,
): AttributeColumn[] {
  const crossings = attributes.flatMap((first, i) =>
    attributes.slice(i + 1).flatMap((second) => poolSmall(cross(first, second), least) ?? []),
  );
  return [...attributes, ...crossings];
}

function cross(first: AttributeColumn, second: AttributeColumn): AttributeColumn {
  const wide = [first, second].map(({ name, groups, codes }) => ({
    name,
    groups,
    codes: Int32Array.from(codes),
  }));
  const { name, groups, codes } = crossAttributes(wide);
  return { name, groups, codes: Int16Array.from(codes) };
}

function poolSmall({ name, groups, codes }: AttributeColumn, least: number): AttributeColumn | undefined {
  const counts = groups.map((_, group) => codes.reduce((n, code) => n + (code === group ? 1 : 0), 0));
  const large = [...groups.keys()].filter((group) => (counts[group] ?? 0) >= least);
  const left = counts.reduce((sum, count) => sum + (count < least ? count : 0), 0);
  const names = large.map((group) => groups[group] ?? '');
  if (left >= least) names.push(others);
  if (names.length < 2) return undefined;
  const otherCode = left >= least ? large.length : -1;
  return {
    name,
    groups: names,
    codes: codes.map((code) => {
      if (code < 0) return code;
      const place = large.indexOf(code);
      return place === -1 ? otherCode : place;
    }),
  };
}
