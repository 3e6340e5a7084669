import type { CrossingLayer, ShowableCrossings } from '../../shared/fairness/crossing-suppression.ts';
import { showableCrossings, sumLayers } from '../../shared/fairness/crossing-suppression.ts';
import { crossingSign } from '../../shared/fairness/intersections.ts';
import type { GroupCount } from '../../shared/fairness/selection-rate.ts';
import type { SuppressedTable } from '../../shared/fairness/suppression.ts';
import type { ApplicationTable } from './application-table.ts';
import { assessedStage, got, selectedStage, unknownGroup } from './application-table.ts';
import type { ApplicationCount } from './report-source.ts';

/** The combinations of two attributes that a report may show. */
export interface CrossingTable {
  readonly name: string;
  readonly groupOf: (row: ApplicationCount) => string;
  readonly counts: readonly GroupCount[];
}

/**
 * Pairs of attributes with the combinations that may be shown, protected jointly: beside the tables of all attributes
 * and of all other pairs. Every further attribute tells more of the same people, so where that hides too much, the last
 * attributes are left uncrossed: whichever number of attributes leaves most combinations to show.
 */
export function showableTables(
  table: ApplicationTable,
  suppressed: readonly SuppressedTable[],
): CrossingTable[] {
  const groups = suppressed.map(wholeRows);
  let best: CrossingTable[] = [];
  for (let crossed = groups.length; crossed >= 2; crossed -= 1) {
    const tables = jointTables(table, groups.slice(0, crossed));
    const size = (all: readonly CrossingTable[]) => all.reduce((sum, { counts }) => sum + counts.length, 0);
    if (tables !== undefined && size(tables) > size(best)) best = tables;
  }
  return best;
}

/**
 * Groups of which every stage is shown. People of other groups are gathered: they can be exchanged among each other
 * without a change to any crossing.
 */
function wholeRows({ rows }: SuppressedTable): string[] {
  return rows
    .filter(({ group, reached }) => group !== unknownGroup && !reached.includes(null))
    .map(({ group }) => group);
}

/** Every pair among the first attributes; `undefined` when one of them cannot be protected. */
function jointTables(
  table: ApplicationTable,
  groups: readonly (readonly string[])[],
): CrossingTable[] | undefined {
  const tables: CrossingTable[] = [];
  for (let first = 0; first < groups.length; first += 1) {
    for (let second = first + 1; second < groups.length; second += 1) {
      const [rows = [], columns = []] = [groups[first], groups[second]];
      if (rows.length < 2 || columns.length < 2) continue;
      const layers = layersOf(table, groups, first, second);
      if (layers.length === 0) continue;
      const showable = showableCrossings(layers);
      if (!showable.safe && groups.length > 2) return undefined;
      const counts = shownCounts(layers, showable, rows, columns);
      if (counts.length < 2) continue;
      tables.push({
        name: `${table.attributes[first]}${crossingSign}${table.attributes[second]}`,
        groupOf: (row) => `${row.groups[first]}${crossingSign}${row.groups[second]}`,
        counts,
      });
    }
  }
  return tables;
}

function shownCounts(
  layers: readonly CrossingLayer[],
  { shown }: ShowableCrossings,
  rows: readonly string[],
  columns: readonly string[],
): GroupCount[] {
  const cells = sumLayers(layers);
  return rows.flatMap((row, i) =>
    columns.flatMap((column, j) => {
      const cell = cells[i]?.[j];
      return shown[i]?.[j] && cell ? [{ group: `${row}${crossingSign}${column}`, ...cell }] : [];
    }),
  );
}

/** People by two attributes, apart for each stage they got to and each combination of the other attributes. */
function layersOf(
  table: ApplicationTable,
  groups: readonly (readonly string[])[],
  first: number,
  second: number,
): CrossingLayer[] {
  const from = assessedStage(table);
  const to = selectedStage(table);
  if (from === undefined || to === undefined) return [];
  const [rows = [], columns = []] = [groups[first], groups[second]];
  const place = (attribute: number, row: ApplicationCount) => {
    const names = groups[attribute] ?? [];
    const index = names.indexOf(row.groups[attribute] ?? '');
    return index < 0 ? names.length : index;
  };
  const layers = new Map<string, { selected: boolean; people: number[][] }>();
  for (const row of table.rows) {
    if (!got(row.furthest, from)) continue;
    const others = groups.map((_, i) => (i === first || i === second ? '' : place(i, row)));
    const key = [row.furthest, ...others].join();
    const layer = layers.get(key) ?? {
      selected: got(row.furthest, to),
      people: [...rows, ''].map(() => [...columns, ''].map(() => 0)),
    };
    layers.set(key, layer);
    const line = layer.people[place(first, row)] as number[];
    const column = place(second, row);
    line[column] = (line[column] as number) + row.people;
  }
  return [...layers.values()];
}
