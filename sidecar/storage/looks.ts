import type { Database } from './database.ts';

export interface Look {
  /** This is the n-th look at the report fold since the last salt. */
  readonly n: number;
  /** Significance level of this look, `.05 / (n (n + 1))`: the levels of all looks together stay below .05. */
  readonly level: number;
}

/** Looks at the report fold: each one is logged before its figures are computed. */
export interface LookTable {
  record(salt: string, purpose: string): Look;
  count(salt: string): number;
}

export function createLookTable(database: Database, now: () => Date): LookTable {
  const insert = database.prepare('INSERT INTO looks (salt, purpose, looked_at) VALUES (?, ?, ?)');
  const counted = database.prepare<[string], { n: number }>('SELECT count(*) AS n FROM looks WHERE salt = ?');
  const count = (salt: string) => counted.get(salt)?.n ?? 0;
  const record = database.transaction((salt: string, purpose: string): Look => {
    insert.run(salt, purpose, now().toISOString());
    const n = count(salt);
    return { n, level: 0.05 / (n * (n + 1)) };
  });
  return { record: (salt, purpose) => record(salt, purpose), count };
}
