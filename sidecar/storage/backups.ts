import type { Database } from './database.ts';

/** Where the tool has put backups, so that `erase` can go through them too. */
export interface BackupTable {
  add(path: string): void;
  paths(): string[];
}

export function createBackupTable(database: Database, now: () => Date): BackupTable {
  const insert = database.prepare(
    'INSERT INTO backups (path, made_at) VALUES (?, ?) ON CONFLICT (path) DO UPDATE SET made_at = excluded.made_at',
  );
  const all = database.prepare<[], { path: string }>('SELECT path FROM backups ORDER BY path');
  return {
    add: (path) => {
      insert.run(path, now().toISOString());
    },
    paths: () => all.all().map((row) => row.path),
  };
}
