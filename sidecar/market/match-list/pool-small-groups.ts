import type { AttributeColumn } from '../../../training/recommender.ts';

/** Groups with fewer people than this among those measured are measured together (design, privacy). */
export const smallestGroup = 10;
export const pooledGroup = 'other groups';

/**
 * Pools the groups of a column that have fewer than ten of these people, and the next smallest ones until the pooled
 * group has ten as well, so that it hides no one either. Unknown and declined stay what they are.
 */
export function poolSmallGroups(column: AttributeColumn, people: Iterable<number>): AttributeColumn {
  const counts = column.groups.map(() => 0);
  for (const person of people) {
    const code = column.codes[person] ?? -1;
    if (code >= 0) counts[code] = (counts[code] ?? 0) + 1;
  }
  const pooled = new Set<number>();
  let pooledPeople = 0;
  for (const { count, code } of counts
    .map((count, code) => ({ count, code }))
    .sort((a, b) => a.count - b.count)) {
    const enough = pooledPeople === 0 || pooledPeople >= smallestGroup;
    if (count >= smallestGroup && enough) break;
    pooled.add(code);
    pooledPeople += count;
  }
  if (pooled.size === 0) return column;
  const kept = column.groups.flatMap((group, code) => (pooled.has(code) ? [] : [{ group, code }]));
  const codeOf = new Map(kept.map(({ code }, place) => [code, place]));
  return {
    name: column.name,
    groups: [...kept.map(({ group }) => group), pooledGroup],
    codes: column.codes.map((code) => (code < 0 ? code : (codeOf.get(code) ?? kept.length))),
  };
}
