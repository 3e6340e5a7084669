import type { CountArc } from './disclosure-range.ts';
import { disclosureRange } from './disclosure-range.ts';
import { smallestRange, smallestShown } from './suppression.ts';

/** People and selections in one combination of two attributes. */
export interface CrossingCell {
  readonly n: number;
  readonly selected: number;
}

/**
 * Which combinations of two attributes may be shown, given that the tables of both attributes are shown.
 * A combination with fewer than 5 people or selections is hidden, and then as many others as it takes that neither
 * count of a hidden one can be worked out from the two single tables or narrowed to fewer than 4 values.
 * Source: Cox 1980. Selected and not selected people are two layers with margins of their own, hidden together.
 * Misuse: three or more attributes crossed pairwise; their tables share people in ways this does not follow.
 * @param cells one row a shown group of the first attribute and one column a shown group of the second; the LAST row
 *   and column gather everybody else (hidden and unknown groups) and are never shown.
 * @returns `true` where the combination may be shown, same shape.
 */
export function showableCrossings(cells: readonly (readonly CrossingCell[])[]): boolean[][] {
  const lastRow = cells.length - 1;
  const lastColumn = (cells[0]?.length ?? 0) - 1;
  const shown = cells.map((row, i) =>
    row.map(
      ({ n, selected }, j) =>
        i < lastRow && j < lastColumn && n >= smallestShown && selected >= smallestShown,
    ),
  );
  const all = cells.flatMap((row, i) => row.map((cell, j) => ({ i, j, cell })));
  const isInner = ({ i, j }: Place) => i < lastRow && j < lastColumn;
  // What is left over for everybody else follows from the cells that are shown, so a small rest needs shelter too.
  const guarded = all.filter(
    (place) =>
      isInner(place) ||
      (place.cell.n > 0 && !(place.cell.n >= smallestShown && place.cell.selected >= smallestShown)),
  );
  const byCost = all.filter(isInner).toSorted((a, b) => a.cell.n - b.cell.n);
  for (;;) {
    const exposed = guarded.find(({ i, j }) => shown[i]?.[j] === false && isExposed(cells, shown, i, j));
    if (exposed === undefined) return shown;
    const helper = byCost.find(({ i, j }) => {
      if (shown[i]?.[j] !== true) return false;
      const trial = shown.map((row, r) => row.map((value, c) => value && !(r === i && c === j)));
      return !isExposed(cells, trial, exposed.i, exposed.j);
    });
    const next = helper ?? byCost.find(({ i, j }) => shown[i]?.[j] === true);
    // With every combination hidden only the single tables speak, and those were protected on their own.
    if (next === undefined) return shown;
    (shown[next.i] as boolean[])[next.j] = false;
  }
}

interface Place {
  readonly i: number;
  readonly j: number;
}

function isExposed(
  cells: readonly (readonly CrossingCell[])[],
  shown: readonly (readonly boolean[])[],
  row: number,
  column: number,
): boolean {
  const layers = [
    (cell: CrossingCell) => cell.selected,
    (cell: CrossingCell) => cell.n - cell.selected,
  ] as const;
  const [selected, rejected] = layers.map((value) => spread(cells, shown, row, column, value));
  const valuesOfSelected = (selected ?? 0) + 1;
  const valuesOfPeople = (selected ?? 0) + (rejected ?? 0) + 1;
  return valuesOfSelected < smallestRange || valuesOfPeople < smallestRange;
}

/** Greatest minus least value of one layer of a combination, with the margins of both attributes published. */
function spread(
  cells: readonly (readonly CrossingCell[])[],
  shown: readonly (readonly boolean[])[],
  row: number,
  column: number,
  value: (cell: CrossingCell) => number,
): number {
  const arcs: CountArc[] = [];
  let index = -1;
  cells.forEach((line, i) => {
    line.forEach((cell, j) => {
      if (i === row && j === column) index = arcs.length;
      arcs.push({
        from: i,
        to: cells.length + j,
        value: value(cell),
        floor: 0,
        ceiling: Infinity,
        published: shown[i]?.[j] === true,
      });
    });
  });
  // Published margins leave nothing to vary, so their arcs are left out of the network altogether.
  const { lower, upper } = disclosureRange(arcs, index, smallestRange);
  return upper - lower;
}
