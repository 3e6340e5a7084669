const range = /^(\d+)\s*(?:-|–|to)\s*(\d+)\b/i;
const from = /^(?:over|from|>|≥|>=)?\s*(\d+)\s*(?:\+|and over|or over|or older)?$/i;
const below = /^(?:under|below|up to|<|≤|<=)\s*(\d+)/i;

/**
 * Ascending order of groups that are bands of a number, such as `under 30`, `30-44`, `45+`; `null` when one is not.
 * @returns indices into `groups`, lowest band first.
 */
export function bandOrder(groups: readonly string[]): number[] | null {
  const starts = groups.map((group) => bandStart(group.trim()));
  if (groups.length < 2 || starts.includes(null)) return null;
  return [...groups.keys()].sort((a, b) => (starts[a] as number) - (starts[b] as number));
}

function bandStart(band: string): number | null {
  const start = range.exec(band)?.[1] ?? from.exec(band)?.[1];
  if (start !== undefined) return Number(start);
  return below.test(band) ? Number.NEGATIVE_INFINITY : null;
}
