import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../random.ts';
import { showableCrossings } from './crossing-suppression.ts';
import type { StageTable, SuppressedTable } from './suppression.ts';
import { smallestRange, smallestShown, suppressSmallCounts } from './suppression.ts';

/** All nested stage counts of one row that agree with what is published of it. */
function rowOptions(row: SuppressedTable['rows'][number], most: readonly number[]): number[][] {
  let options: number[][] = [[]];
  row.reached.forEach((published, stage) => {
    options = options.flatMap((option) => {
      const highest = Math.min(option.at(-1) ?? Infinity, most[stage] as number);
      const [low, high] =
        published !== null
          ? [published, Math.min(published, highest)]
          : row.small[stage]
            ? [0, Math.min(smallestShown - 1, highest)]
            : [smallestShown, highest];
      return Array.from({ length: Math.max(0, high - low + 1) }, (_, i) => [...option, low + i]);
    });
  });
  return options;
}

/** Sums of nested counts that the given rows can reach, as keys. */
function reachableSums(rows: readonly number[][][], stages: number, most: readonly number[]): Set<string> {
  let sums = new Set([Array(stages).fill(0).join()]);
  for (const options of rows) {
    const next = new Set<string>();
    for (const sum of sums) {
      const parts = sum.split(',').map(Number);
      for (const option of options) {
        const added = parts.map((part, s) => part + (option[s] as number));
        if (added.every((value, s) => value <= (most[s] as number))) next.add(added.join());
      }
    }
    sums = next;
  }
  return sums;
}

/** Every value each hidden cell can take, by going through all tables a reader cannot rule out. */
function possibleValues(table: StageTable, out: SuppressedTable): Map<string, Set<number>> {
  const truth = table.stages.map((_, s) =>
    table.rows.reduce((sum, row) => sum + (row.reached[s] as number), 0),
  );
  // A hidden total is under 5; the reader knows that much.
  const totals: number[][] = rowOptions(
    { group: '', reached: out.totals, small: out.totals.map((total) => total === null) },
    truth.map(() => 10_000),
  );
  const values = new Map<string, Set<number>>();
  for (const total of totals) {
    const options = out.rows.map((row) => rowOptions(row, total));
    out.rows.forEach((row, i) => {
      if (!row.reached.includes(null)) return;
      const others = reachableSums(
        options.filter((_, j) => j !== i),
        total.length,
        total,
      );
      for (const option of options[i] as number[][]) {
        const rest = total.map((value, s) => value - (option[s] as number));
        if (!others.has(rest.join())) continue;
        option.forEach((value, s) => {
          if (row.reached[s] !== null) return;
          const key = `${i} ${s}`;
          values.set(key, (values.get(key) ?? new Set()).add(value));
        });
      }
    });
  }
  return values;
}

function randomTable(seed: number): StageTable {
  const random = createRandom(seed);
  const stages = ['applied', 'interviewed', 'hired'].slice(0, 2 + random.integer(2));
  const groups = Array.from({ length: 1 + random.integer(4) }, (_, g) => `group ${g}`);
  const rows = [...groups, 'unknown'].map((group) => {
    const size = random.integer(4) === 0 ? random.integer(6) : random.integer(20);
    const reached = [size];
    for (let s = 1; s < stages.length; s += 1) reached.push(random.integer((reached[s - 1] as number) + 1));
    return { group, reached };
  });
  return { stages, rows };
}

describe('suppressSmallCounts', () => {
  test('over 1,000 random tables no hidden count can be recovered or bounded to fewer than 4 values', () => {
    let hidden = 0;
    for (let seed = 0; seed < 1000; seed += 1) {
      const table = randomTable(seed);
      const out = suppressSmallCounts(table);
      for (const [cell, values] of possibleValues(table, out)) {
        hidden += 1;
        expect(values.size, `table ${seed}, cell ${cell}`).toBeGreaterThanOrEqual(smallestRange);
      }
    }
    expect(hidden).toBeGreaterThan(1000);
  });

  test('shows no count under 5 and never a wrong one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), (seed) => {
        const table = randomTable(seed);
        const out = suppressSmallCounts(table);
        out.rows.forEach((row, i) => {
          row.reached.forEach((count, s) => {
            if (count === null) return;
            expect(count).toBeGreaterThanOrEqual(smallestShown);
            expect(count).toBe(table.rows[i]!.reached[s]);
          });
        });
      }),
    );
  });

  test('hides nothing where nothing is small', () => {
    const out = suppressSmallCounts({
      stages: ['applied', 'hired'],
      rows: [
        { group: 'man', reached: [100, 20] },
        { group: 'woman', reached: [90, 12] },
        { group: 'unknown', reached: [30, 6] },
      ],
    });
    expect(out.rows.flatMap((row) => row.reached)).not.toContain(null);
    expect(out.totals).toEqual([220, 38]);
  });

  test('hides the row of unknown group before a group that was measured', () => {
    const out = suppressSmallCounts({
      stages: ['applied', 'hired'],
      rows: [
        { group: 'man', reached: [100, 20] },
        { group: 'non-binary', reached: [12, 3] },
        { group: 'woman', reached: [90, 12] },
        { group: 'unknown', reached: [40, 9] },
      ],
    });
    expect(out.rows.map((row) => row.reached)).toEqual([
      [100, 20],
      [12, null],
      [90, 12],
      [40, null],
    ]);
  });

  test('withholds the rows when no pattern protects them', () => {
    const out = suppressSmallCounts({
      stages: ['applied', 'hired'],
      rows: [
        { group: 'man', reached: [60, 4] },
        { group: 'woman', reached: [60, 4] },
      ],
    });
    expect(out).toMatchObject({ withheld: true, rows: [], totals: [120, 8] });
  });

  test('an empty table and a table of nobody stay whole', () => {
    expect(suppressSmallCounts({ stages: ['applied', 'hired'], rows: [] }).rows).toEqual([]);
    const nobody = suppressSmallCounts({ stages: ['applied'], rows: [{ group: 'a', reached: [0] }] });
    expect(nobody.totals).toEqual([null]);
  });
});

describe('showableCrossings', () => {
  /** Values each hidden combination can take with both single tables published, layer by layer. */
  function layerValues(
    cells: number[][],
    shown: readonly (readonly boolean[])[],
    row: number,
    column: number,
  ): Set<number> {
    const rowSums = cells.map((line) => line.reduce((a, b) => a + b, 0));
    const columnSums = cells[0]!.map((_, j) => cells.reduce((sum, line) => sum + line[j]!, 0));
    const values = new Set<number>();
    const work = cells.map((line, i) => line.map((value, j) => (shown[i]![j] ? value : 0)));
    const open = cells.flatMap((line, i) => line.flatMap((_, j) => (shown[i]![j] ? [] : [[i, j] as const])));
    const fill = (at: number): void => {
      if (at === open.length) {
        const fits =
          work.every((line, i) => line.reduce((a, b) => a + b, 0) === rowSums[i]) &&
          columnSums.every((sum, j) => work.reduce((total, line) => total + line[j]!, 0) === sum);
        if (fits) values.add(work[row]![column]!);
        return;
      }
      const [i, j] = open[at]!;
      const lastInRow = !open.slice(at + 1).some(([r]) => r === i);
      const left = rowSums[i]! - work[i]!.reduce((a, b) => a + b, 0);
      for (let value = lastInRow ? left : 0; value <= left; value += 1) {
        if (value < 0) break;
        work[i]![j] = value;
        if (work.reduce((total, line) => total + line[j]!, 0) <= columnSums[j]!) fill(at + 1);
      }
      work[i]![j] = 0;
    };
    fill(0);
    return values;
  }

  test('over random crossings of protected single tables no hidden count is bounded to fewer than 4 values', () => {
    let hidden = 0;
    for (let seed = 0; seed < 300; seed += 1) {
      const random = createRandom(seed);
      // Groups that single tables show have at least 5 people and 5 selections.
      const cells = Array.from({ length: 3 }, () =>
        Array.from({ length: 3 }, () => {
          const selected = random.integer(9);
          return { n: selected + random.integer(5), selected };
        }),
      );
      const margin = (pick: (i: number, j: number) => boolean) =>
        cells.reduce(
          (sum, line, i) => sum + line.reduce((s, one, j) => s + (pick(i, j) ? one.selected : 0), 0),
          0,
        );
      // Single tables are protected: no margin, nor all but one of them, is small.
      const margins = [0, 1, 2].flatMap((i) => [
        margin((r) => r === i),
        margin((_, c) => c === i),
        margin((r) => r !== i),
        margin((_, c) => c !== i),
      ]);
      if (margins.some((sum) => sum < smallestShown)) continue;
      const selected = cells.map((line) => line.map((one) => one.selected));
      const rejected = cells.map((line) => line.map((one) => one.n - one.selected));
      const { shown } = showableCrossings([
        { selected: true, people: selected },
        { selected: false, people: rejected },
      ]);
      const places = [0, 1, 2].flatMap((i) => [0, 1, 2].map((j) => [i, j] as const));
      for (const [i, j] of places) {
        if (cells[i]![j]!.n === 0) continue;
        const small = selected[i]![j]! < smallestShown;
        const rest = i === 2 || j === 2;
        if (shown[i]![j]) expect(small || rest).toBe(false);
        else if (small || !rest) {
          hidden += 1;
          expect(layerValues(selected, shown, i, j).size, `crossing ${seed}`).toBeGreaterThanOrEqual(
            smallestRange,
          );
        }
      }
    }
    expect(hidden).toBeGreaterThan(200);
  });
});
