import type { GroupCount } from './selection-rate.ts';

/** How many people of each group reached each stage; counts never rise from one stage to the next. */
export interface Funnel {
  readonly stages: readonly string[];
  readonly groups: readonly { readonly group: string; readonly reached: readonly number[] }[];
}

/** One step, such as applied to interviewed: `n` reached the first, `selected` the second. */
export interface FunnelStep {
  readonly from: string;
  readonly to: string;
  readonly groups: readonly GroupCount[];
}

/**
 * The selection table of every step of a hiring funnel, to be read with the same measures as any selection.
 * Source: UGESP Q and A 13 and 15 (the whole process first, then its components).
 * Misuse: only the last step; a difference made early leaves no trace among those who are left.
 * @throws RangeError when a count rises from one stage to the next, naming group and stage.
 */
export function funnelSteps({ stages, groups }: Funnel): FunnelStep[] {
  const step = (from: number, to: number): FunnelStep => ({
    from: stages[from] as string,
    to: stages[to] as string,
    groups: groups.map(({ group, reached }) => {
      const n = reached[from] ?? 0;
      const selected = reached[to] ?? 0;
      if (selected > n) {
        throw new RangeError(
          `group "${group}": ${selected} reached "${stages[to]}" but only ${n} reached "${stages[from]}"; count everyone who got at least so far`,
        );
      }
      return { group, n, selected };
    }),
  });
  return stages.slice(1).map((_, i) => step(i, i + 1));
}
