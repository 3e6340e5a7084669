/** How many people of one group were assessed, and how many of them were selected. */
export interface GroupCount {
  readonly group: string;
  /** All who were assessed, not a shortlist: the denominator of the selection rate. */
  readonly n: number;
  readonly selected: number;
}

/**
 * Selection rate SR_g = k_g / n_g, in [0, 1]; `null` when nobody was assessed.
 * Source: 29 CFR 1607.4 (UGESP); 6 RCNY 5-300. Weighted counts are allowed here, not in the exact tests.
 * Misuse: a denominator of people already shortlisted hides every earlier step.
 */
export function selectionRate({ n, selected }: Pick<GroupCount, 'n' | 'selected'>): number | null {
  return n > 0 ? selected / n : null;
}

/** People and selections of all groups together. */
export function total(groups: readonly GroupCount[]): { n: number; selected: number } {
  return {
    n: groups.reduce((sum, g) => sum + g.n, 0),
    selected: groups.reduce((sum, g) => sum + g.selected, 0),
  };
}
