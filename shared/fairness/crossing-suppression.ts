import type { CountArc } from './disclosure-range.ts';
import { disclosureRange } from './disclosure-range.ts';
import { smallestRange, smallestShown } from './suppression.ts';

/**
 * People by two attributes who got equally far and are alike in all that one of the two is also crossed with in the same
 * export. Whoever exchanges their groups of that one among each other leaves all other tables as they are.
 */
export interface CrossingLayer {
  /** These people count as selected. */
  readonly selected: boolean;
  /**
   * One row a shown group of the first attribute and one column a shown group of the second; the LAST row and column
   * gather everybody else (hidden and unknown groups) and are never shown.
   */
  readonly people: readonly (readonly number[])[];
}

export interface ShowableCrossings {
  /** `true` where the combination may be shown, the shape of a layer. */
  readonly shown: readonly (readonly boolean[])[];
  /** `false`: some combination follows from the other tables although this one shows nothing. */
  readonly safe: boolean;
}

/**
 * Which combinations of two attributes may be shown beside the tables of both attributes and all other crossings.
 * A combination with fewer than 5 people or selections is hidden, and then as many others as it takes that neither
 * count of a hidden one can be worked out or narrowed to fewer than 4 values: people of one layer can exchange groups
 * along a closed path of hidden combinations, which changes no other figure of the export, so that every value counted
 * here is one that a reader cannot rule out.
 * Source: Cox 1980; Fischetti and Salazar 2001.
 * Misuse: layers that mix people of different groups of an attribute that both are crossed with in the same export.
 * @param layers all of the same shape.
 */
export function showableCrossings(layers: readonly CrossingLayer[]): ShowableCrossings {
  const cells = sumLayers(layers);
  const lastRow = cells.length - 1;
  const lastColumn = (cells[0]?.length ?? 0) - 1;
  const isLarge = ({ n, selected }: CrossingCell) => n >= smallestShown && selected >= smallestShown;
  const isInner = ({ row, column }: Place) => row < lastRow && column < lastColumn;
  const all = cells.flatMap((line, row) => line.map((cell, column) => ({ row, column, cell })));
  const shown = cells.map((line, row) =>
    line.map((cell, column) => isInner({ row, column }) && isLarge(cell)),
  );
  // What is left over for everybody else follows from the cells that are shown, so a small rest needs shelter too.
  const guarded = all.filter((place) => isInner(place) || (place.cell.n > 0 && !isLarge(place.cell)));
  const byCost = all.filter(isInner).toSorted((a, b) => a.cell.n - b.cell.n);
  for (;;) {
    const exposed = guarded.find(
      (place) => shown[place.row]?.[place.column] === false && isExposed(layers, shown, place),
    );
    if (exposed === undefined) return { shown, safe: true };
    const showing = byCost.filter(({ row, column }) => shown[row]?.[column] === true);
    const hide = showing.find((place) => !isExposed(layers, without(shown, place), exposed)) ?? showing[0];
    if (hide === undefined) return { shown, safe: false };
    (shown[hide.row] as boolean[])[hide.column] = false;
  }
}

interface CrossingCell {
  readonly n: number;
  readonly selected: number;
}

interface Place {
  readonly row: number;
  readonly column: number;
}

/** People and selections of each combination over all layers. */
export function sumLayers(layers: readonly CrossingLayer[]): CrossingCell[][] {
  const sum = (row: number, column: number, which: (layer: CrossingLayer) => boolean) =>
    layers.reduce((total, layer) => total + (which(layer) ? (layer.people[row]?.[column] ?? 0) : 0), 0);
  return (layers[0]?.people ?? []).map((line, row) =>
    line.map((_, column) => ({
      n: sum(row, column, () => true),
      selected: sum(row, column, (layer) => layer.selected),
    })),
  );
}

function without(shown: readonly (readonly boolean[])[], { row, column }: Place): boolean[][] {
  return shown.map((line, i) => line.map((value, j) => value && !(i === row && j === column)));
}

/**
 * Whether the selections of a hidden combination can take fewer than 4 values. Its people are its selections and
 * others besides, so they can take at least as many.
 */
function isExposed(
  layers: readonly CrossingLayer[],
  shown: readonly (readonly boolean[])[],
  place: Place,
): boolean {
  let values = 1;
  for (const { selected, people } of layers) {
    if (selected) values += spread(people, shown, place);
    if (values >= smallestRange) return false;
  }
  return true;
}

/** Greatest minus least value of a combination within one layer whose rows and columns keep their sums. */
function spread(
  people: readonly (readonly number[])[],
  shown: readonly (readonly boolean[])[],
  { row, column }: Place,
): number {
  const arcs: CountArc[] = [];
  let index = -1;
  people.forEach((line, i) => {
    line.forEach((value, j) => {
      if (i === row && j === column) index = arcs.length;
      const published = shown[i]?.[j] === true;
      arcs.push({ from: i, to: people.length + j, value, floor: 0, ceiling: Infinity, published });
    });
  });
  // The sums leave nothing to vary, so their arcs are left out of the network altogether.
  const { lower, upper } = disclosureRange(arcs, index, smallestRange);
  return upper - lower;
}
