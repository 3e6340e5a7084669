import type { CountArc } from './disclosure-range.ts';
import { disclosureRange } from './disclosure-range.ts';

/** Counts under this are not shown. Source: US federal statistical practice; design, privacy. */
export const smallestShown = 5;
/** A hidden count must stay open to at least this many values. */
export const smallestRange = 4;

/** How many people of each group reached each stage; the stages are nested and each column adds up to `totals`. */
export interface StageTable {
  readonly stages: readonly string[];
  readonly rows: readonly { readonly group: string; readonly reached: readonly number[] }[];
}

export interface SuppressedTable {
  readonly stages: readonly string[];
  /** `null` = not shown. `small` says which of those are under 5; the others are hidden to protect them. */
  readonly rows: readonly {
    readonly group: string;
    readonly reached: readonly (number | null)[];
    readonly small: readonly boolean[];
  }[];
  readonly totals: readonly (number | null)[];
  /** No pattern of hidden cells protects this table: no row is shown at all. */
  readonly withheld: boolean;
}

/** Marks a cell of the table: row index and stage index; row -1 is the totals row. */
interface Cell {
  readonly row: number;
  readonly stage: number;
}

const key = ({ row, stage }: Cell) => `${row} ${stage}`;

/**
 * Hides every count under 5, and then as many others as it takes that no hidden count can be worked out from the rows,
 * the totals and the nesting of the stages, or narrowed to fewer than 4 values, even by a reader who knows this rule
 * and which hidden counts are under 5. The row named `sacrificed` (people of unknown group) is hidden first, then the
 * smallest counts. Where no pattern is enough the rows are withheld together.
 * Source: Cox 1980 (complementary suppression); Sweeney 2002.
 * Misuse: protecting tables one by one when people can be found as the difference of two of them.
 */
export function suppressSmallCounts(table: StageTable, sacrificed = 'unknown'): SuppressedTable {
  const totals = totalsOf(table);
  const value = ({ row, stage }: Cell) =>
    (row < 0 ? totals[stage] : table.rows[row]?.reached[stage]) as number;
  const cells: Cell[] = table.rows.flatMap((_, row) => table.stages.map((__, stage) => ({ row, stage })));
  const totalCells: Cell[] = table.stages.map((_, stage) => ({ row: -1, stage }));
  const small = new Set([...cells, ...totalCells].filter((cell) => value(cell) < smallestShown).map(key));
  const hidden = new Set(small);
  const cost = (cell: Cell) => (table.rows[cell.row]?.group === sacrificed ? -1 : value(cell));

  for (;;) {
    const exposed = [...cells, ...totalCells].find(
      (cell) => hidden.has(key(cell)) && valuesLeft(table, totals, hidden, small, cell) < smallestRange,
    );
    if (exposed === undefined) break;
    const candidates = cells.filter((cell) => !hidden.has(key(cell))).sort((a, b) => cost(a) - cost(b));
    let best: Cell | undefined;
    let most = -1;
    for (const candidate of candidates) {
      const left = valuesLeft(table, totals, new Set([...hidden, key(candidate)]), small, exposed);
      if (left > most) {
        best = candidate;
        most = left;
      }
      if (left >= smallestRange) break;
    }
    if (best === undefined) return withheldTable(table, totals, small);
    hidden.add(key(best));
  }
  return {
    stages: table.stages,
    rows: table.rows.map(({ group, reached }, row) => ({
      group,
      reached: reached.map((count, stage) => (hidden.has(key({ row, stage })) ? null : count)),
      small: reached.map((_, stage) => small.has(key({ row, stage }))),
    })),
    totals: totals.map((count, stage) => (hidden.has(key({ row: -1, stage })) ? null : count)),
    withheld: false,
  };
}

/**
 * Whether every hidden count keeps its 4 values although the people of `crossed` rows are also counted by other
 * attributes: either those rows stay as they are, or only people of one part, who are alike in the other attributes,
 * change rows.
 * @param table the true counts that `shown` was made of. @param parts the same rows for some of the people each.
 */
export function staysProtected(
  table: StageTable,
  shown: SuppressedTable,
  crossed: ReadonlySet<string>,
  parts: readonly StageTable[],
): boolean {
  const cells = shown.rows.flatMap(({ reached }, row) =>
    reached.map((count, stage) => ({ row, stage, count })),
  );
  const hiddenCells = cells.filter(({ count }) => count === null);
  const hidden = new Set(hiddenCells.map(key));
  const small = new Set(cells.filter(({ row, stage }) => shown.rows[row]?.small[stage]).map(key));
  const gathered = new Set(
    hiddenCells.filter(({ row }) => !crossed.has(shown.rows[row]?.group ?? '')).map(key),
  );
  return hiddenCells.every(
    (cell) =>
      valuesLeft(table, totalsOf(table), gathered, small, cell) >= smallestRange ||
      parts.some(
        (part) => valuesLeft(part, totalsOf(part), hidden, small, cell, restOf(table, part)) >= smallestRange,
      ),
  );
}

function totalsOf({ stages, rows }: StageTable): number[] {
  return stages.map((_, stage) => rows.reduce((sum, row) => sum + (row.reached[stage] as number), 0));
}

/** People of each count who are not in the part, by cell. */
function restOf(table: StageTable, part: StageTable): ReadonlyMap<string, number> {
  return new Map(
    table.rows.flatMap(({ reached }, row) =>
      reached.map((count, stage) => [
        key({ row, stage }),
        count - (part.rows[row]?.reached[stage] as number),
      ]),
    ),
  );
}

/** Nothing but totals that are large enough, and no word on which rows were small. */
function withheldTable(
  table: StageTable,
  totals: readonly number[],
  small: ReadonlySet<string>,
): SuppressedTable {
  return {
    stages: table.stages,
    rows: [],
    totals: totals.map((count, stage) => (small.has(key({ row: -1, stage })) ? null : count)),
    withheld: true,
  };
}

/** How many values of `cell` agree with everything published; counting stops at `smallestRange`. */
function valuesLeft(
  table: StageTable,
  totals: readonly number[],
  hidden: ReadonlySet<string>,
  small: ReadonlySet<string>,
  cell: Cell,
  rest: ReadonlyMap<string, number> = new Map(),
): number {
  const { arcs, arcOf } = network(table, totals, hidden, small, rest);
  const index = arcOf.get(key(cell));
  if (index === undefined) throw new RangeError(`no cell ${key(cell)}`);
  const { lower, upper } = disclosureRange(arcs, index, smallestRange);
  return upper - lower + 1;
}

/**
 * The table as a flow: people of a group enter its chain, pass from stage to stage and leave at the last one they
 * reached; those who left at the same stage meet in the totals chain, which runs back to the start.
 * @param rest people who count in the limits of a cell but are not in this table.
 */
function network(
  table: StageTable,
  totals: readonly number[],
  hidden: ReadonlySet<string>,
  small: ReadonlySet<string>,
  rest: ReadonlyMap<string, number>,
): { arcs: CountArc[]; arcOf: Map<string, number> } {
  const stages = table.stages.length;
  const node = (row: number, stage: number) => 1 + (row + 1) * stages + stage;
  const arcs: CountArc[] = [];
  const arcOf = new Map<string, number>();
  const addCount = (from: number, to: number, value: number, name: string) => {
    arcOf.set(name, arcs.length);
    const [floor, ceiling] = small.has(name) ? [0, smallestShown - 1] : [smallestShown, Infinity];
    const others = rest.get(name) ?? 0;
    arcs.push({
      from,
      to,
      value,
      floor: Math.max(0, floor - others),
      ceiling: ceiling - others,
      published: !hidden.has(name),
    });
  };
  table.rows.forEach(({ reached }, row) => {
    reached.forEach((count, stage) => {
      const here = node(row, stage);
      addCount(stage === 0 ? 0 : node(row, stage - 1), here, count, key({ row, stage }));
      const left = count - (reached[stage + 1] ?? 0);
      arcs.push({
        from: here,
        to: node(-1, stage),
        value: left,
        floor: 0,
        ceiling: Infinity,
        published: false,
      });
    });
  });
  totals.forEach((count, stage) => {
    addCount(node(-1, stage), stage === 0 ? 0 : node(-1, stage - 1), count, key({ row: -1, stage }));
  });
  return { arcs, arcOf };
}
