import { type StageTable, type SuppressedTable, staysProtected } from '../../shared/fairness/suppression.ts';
import { type ApplicationTable, stageTable } from './application-table.ts';
import type { ApplicationCount } from './report-source.ts';

/** Two attributes by their index, the first below the second. */
export type Pair = readonly [number, number];

/** Index of a row's group among those shown; the others share the index after the last. */
export function placeOf(
  groups: readonly (readonly string[])[],
  attribute: number,
  row: ApplicationCount,
): number {
  const names = groups[attribute] ?? [];
  const index = names.indexOf(row.groups[attribute] ?? '');
  return index < 0 ? names.length : index;
}

/** Whether the tables of single attributes stay protected beside these pairs. */
export function singlesStay(
  table: ApplicationTable,
  suppressed: readonly SuppressedTable[],
  groups: readonly (readonly string[])[],
  pairs: readonly Pair[],
): boolean {
  return suppressed.every((shown, attribute) => {
    const partners = pairs.flatMap((pair) =>
      pair.includes(attribute) ? pair.filter((one) => one !== attribute) : [],
    );
    const hides = shown.rows.some(({ reached }) => reached.includes(null));
    if (!hides || partners.length === 0) return true;
    const parts = new Map<string, ApplicationCount[]>();
    for (const row of table.rows) {
      const key = partners.map((one) => placeOf(groups, one, row)).join();
      const part = parts.get(key);
      if (part === undefined) parts.set(key, [row]);
      else part.push(row);
    }
    const whole = stageTable(table, attribute);
    return staysProtected(
      whole,
      shown,
      new Set(groups[attribute]),
      [...parts.values()].map((rows) => alike(whole, stageTable({ ...table, rows }, attribute))),
    );
  });
}

/** The part with the rows of the whole, those of nobody too. */
function alike(whole: StageTable, part: StageTable): StageTable {
  const reached = new Map(part.rows.map((row) => [row.group, row.reached]));
  return {
    stages: whole.stages,
    rows: whole.rows.map(({ group }) => ({
      group,
      reached: reached.get(group) ?? whole.stages.map(() => 0),
    })),
  };
}
