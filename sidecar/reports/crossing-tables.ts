import type { CrossingLayer, ShowableCrossings } from '../../shared/fairness/crossing-suppression.ts';
import { showableCrossings, sumLayers } from '../../shared/fairness/crossing-suppression.ts';
import { crossingSign } from '../../shared/fairness/intersections.ts';
import type { GroupCount } from '../../shared/fairness/selection-rate.ts';
import type { SuppressedTable } from '../../shared/fairness/suppression.ts';
import type { ApplicationTable } from './application-table.ts';
import { assessedStage, got, selectedStage, unknownGroup } from './application-table.ts';
import { type Pair, placeOf, singlesStay } from './crossed-singles.ts';
import type { ApplicationCount } from './report-source.ts';

/** The combinations of two attributes that a report may show. */
export interface CrossingTable {
  readonly name: string;
  /** Place among all pairs. */
  readonly order: number;
  readonly groupOf: (row: ApplicationCount) => string;
  readonly counts: readonly GroupCount[];
}

/**
 * Pairs of attributes with the combinations that may be shown, protected jointly: beside the tables of all attributes
 * and of all other pairs shown. A further pair is shown as long as all can be protected and more combinations are to be
 * seen with it than without.
 */
export function showableTables(
  table: ApplicationTable,
  suppressed: readonly SuppressedTable[],
): CrossingTable[] {
  return [countedRows, wholeRows]
    .map((rowsOf) => jointlyShown(table, suppressed, suppressed.map(rowsOf)))
    .reduce((best, tables) => (sizeOf(tables) > sizeOf(best) ? tables : best));
}

const sizeOf = (tables: readonly CrossingTable[] | undefined) =>
  tables?.reduce((sum, { counts }) => sum + counts.length, 0) ?? 0;

/** Pairs are added one by one, the one that shows most alone first. */
function jointlyShown(
  table: ApplicationTable,
  suppressed: readonly SuppressedTable[],
  groups: readonly (readonly string[])[],
): CrossingTable[] {
  const alone = pairsOf(groups).map((pair) => ({ pair, size: sizeOf(jointTables(table, groups, [pair])) }));
  let pairs: Pair[] = [];
  let best: CrossingTable[] = [];
  for (const { pair } of alone.toSorted((a, b) => b.size - a.size)) {
    const tables = jointTables(table, groups, [...pairs, pair]);
    if (sizeOf(tables) <= sizeOf(best) || tables === undefined) continue;
    if (!singlesStay(table, suppressed, groups, [...pairs, pair])) continue;
    pairs = [...pairs, pair];
    best = tables;
  }
  return best.toSorted((a, b) => a.order - b.order);
}

function pairsOf(groups: readonly (readonly string[])[]): Pair[] {
  return groups.flatMap((rows, first) =>
    groups.flatMap((columns, second): Pair[] =>
      second > first && rows.length >= 2 && columns.length >= 2 ? [[first, second]] : [],
    ),
  );
}

/** Groups whose assessed and selected people are shown, though not every stage between. */
function countedRows({ rows, stages }: SuppressedTable): string[] {
  const ends = [stages.findIndex((stage) => stage !== 'seen'), stages.length - 1];
  return rows
    .filter(({ group, reached }) => group !== unknownGroup && ends.every((stage) => reached[stage] !== null))
    .map(({ group }) => group);
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

/** These pairs beside each other; `undefined` when one of them cannot be protected or shows nothing. */
function jointTables(
  table: ApplicationTable,
  groups: readonly (readonly string[])[],
  pairs: readonly Pair[],
): CrossingTable[] | undefined {
  const tables: CrossingTable[] = [];
  for (const [first, second] of pairs) {
    const layers = layersOf(table, groups, [first, second], keptWith(pairs, [first, second]));
    const showable = showableCrossings(layers);
    const counts = shownCounts(layers, showable, groups[first] ?? [], groups[second] ?? []);
    if (!showable.safe || counts.length < 2) return undefined;
    tables.push({
      name: `${table.attributes[first]}${crossingSign}${table.attributes[second]}`,
      order: first * groups.length + second,
      groupOf: (row) => `${row.groups[first]}${crossingSign}${row.groups[second]}`,
      counts,
    });
  }
  return tables;
}

/**
 * Attributes that people must share to exchange groups of a pair unseen. It takes an exchange in one of the two
 * attributes only, so it is those that this one is also crossed with: of the two, the one crossed with fewer others.
 */
function keptWith(pairs: readonly Pair[], [first, second]: Pair): number[] {
  const others = (one: number, partner: number) =>
    pairs
      .filter((pair) => pair.includes(one))
      .flatMap((pair) => pair.filter((attribute) => attribute !== one && attribute !== partner));
  const [ofFirst, ofSecond] = [others(first, second), others(second, first)];
  return ofFirst.length <= ofSecond.length ? ofFirst : ofSecond;
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

/** People by two attributes, apart for each stage they got to and each combination of what is kept. */
function layersOf(
  table: ApplicationTable,
  groups: readonly (readonly string[])[],
  [first, second]: Pair,
  kept: readonly number[],
): CrossingLayer[] {
  const from = assessedStage(table);
  const to = selectedStage(table);
  if (from === undefined || to === undefined) return [];
  const [rows = [], columns = []] = [groups[first], groups[second]];
  const place = (attribute: number, row: ApplicationCount) => placeOf(groups, attribute, row);
  const layers = new Map<string, { selected: boolean; people: number[][] }>();
  for (const row of table.rows) {
    if (!got(row.furthest, from)) continue;
    const key = [row.furthest, ...kept.map((attribute) => place(attribute, row))].join();
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
