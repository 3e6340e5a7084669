/** One line of a benchmark's result; `--json` prints it as it is. */
export interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** 95 % interval, or lowest and highest fold, as the name says. */
  readonly spread?: readonly [number, number];
  readonly rival?: { readonly name: string; readonly value: number };
  /** Rival over ours: how many times faster. */
  readonly ratio?: number;
  readonly goal?: string;
  readonly met?: boolean;
  readonly note?: string;
}

type Goal = { readonly atLeast: number } | { readonly atMost: number };

/** A row whose goal is compared with its value. */
export function withGoal(row: Omit<Row, 'goal' | 'met'>, goal: Goal): Row {
  if ('atLeast' in goal) return { ...row, goal: `>= ${goal.atLeast}`, met: row.value >= goal.atLeast };
  return { ...row, goal: `<= ${goal.atMost}`, met: row.value <= goal.atMost };
}

/** Prints rows as JSON lines or as a table. */
export function printRows(rows: readonly Row[], json: boolean): void {
  if (json) {
    for (const row of rows) console.log(JSON.stringify(row));
    return;
  }
  for (const { name, value, unit, spread, rival, ratio, goal, met, note } of rows) {
    const parts = [
      name.padEnd(46),
      `${format(value)} ${unit}`.padEnd(20),
      (spread ? `[${format(spread[0])}, ${format(spread[1])}]` : '').padEnd(18),
      rival ? `${rival.name} ${format(rival.value)}` : '',
      ratio === undefined ? '' : `x${format(ratio)}`,
      goal ? `goal ${goal} ${met ? 'met' : 'NOT MET'}` : '',
      note ?? '',
    ];
    console.log(
      parts
        .filter((part) => part !== '')
        .join('  ')
        .trimEnd(),
    );
  }
}

function format(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(value < 10 ? 3 : 1);
}
