import type { AttributeCodes } from './attribute-codes.ts';

export const crossingSign = ' × ';

/**
 * The crossing of attributes as one attribute: a group for every combination that occurs, in the order of the
 * attributes' own groups. A row with any part unknown is unknown.
 * Source: intersectional categories of 6 RCNY 5-301; Kearns et al. 2018.
 * Misuse: crossing until cells hold a person each; apply a minimum cell and print how many fell under it.
 */
export function crossAttributes(attributes: readonly AttributeCodes[]): AttributeCodes {
  const rows = attributes[0]?.codes.length ?? 0;
  const combined = new Int32Array(rows);
  for (let row = 0; row < rows; row += 1) {
    let code = 0;
    for (const attribute of attributes) {
      const part = attribute.codes[row] as number;
      code = part < 0 || code < 0 ? -1 : code * attribute.groups.length + part;
    }
    combined[row] = code;
  }
  const present = [...new Set(combined)].filter((code) => code >= 0).sort((a, b) => a - b);
  const slot = new Map(present.map((code, i) => [code, i]));
  return {
    name: attributes.map((attribute) => attribute.name).join(crossingSign),
    groups: present.map((code) => combinationName(code, attributes)),
    codes: combined.map((code) => slot.get(code) ?? -1),
  };
}

function combinationName(code: number, attributes: readonly AttributeCodes[]): string {
  const parts: string[] = [];
  let rest = code;
  for (const attribute of attributes.toReversed()) {
    parts.unshift(attribute.groups[rest % attribute.groups.length] as string);
    rest = Math.floor(rest / attribute.groups.length);
  }
  return parts.join(crossingSign);
}

/** All sets of two or more of the attributes, smaller sets first: what "all crossings" means. */
export function allCrossings(attributes: readonly AttributeCodes[]): AttributeCodes[] {
  const sets: AttributeCodes[][] = [];
  for (let mask = 1; mask < 1 << attributes.length; mask += 1) {
    const set = attributes.filter((_, i) => (mask >> i) & 1);
    if (set.length >= 2) sets.push(set);
  }
  return sets.sort((a, b) => a.length - b.length).map(crossAttributes);
}
