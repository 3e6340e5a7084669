import type { GroupCount } from './selection-rate.ts';

/** One attribute of every row: `codes[row]` points into `groups`, negative = unknown or declined, never imputed. */
export interface AttributeCodes {
  readonly name: string;
  readonly groups: readonly string[];
  readonly codes: Int32Array;
}

/** Marks a row whose selection is not known: it is left out and counted. */
export const notAssessed = 255;

export interface Tally {
  readonly groups: readonly GroupCount[];
  readonly unknown: GroupCount;
}

/** Counts people and selections by group. `selected[row]` is 0, 1 or `notAssessed`. The order of rows is irrelevant. */
export function tally(attribute: AttributeCodes, selected: Uint8Array): Tally {
  const size = attribute.groups.length + 1;
  const n = new Float64Array(size);
  const k = new Float64Array(size);
  for (let row = 0; row < selected.length; row += 1) {
    const outcome = selected[row] as number;
    if (outcome === notAssessed) continue;
    const code = attribute.codes[row] as number;
    const slot = code < 0 ? size - 1 : code;
    n[slot] = (n[slot] as number) + 1;
    k[slot] = (k[slot] as number) + outcome;
  }
  const at = (slot: number, group: string) => ({ group, n: n[slot] as number, selected: k[slot] as number });
  return {
    groups: attribute.groups.map((group, slot) => at(slot, group)),
    unknown: at(size - 1, 'unknown'),
  };
}
