import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { attributesDatabaseFile } from './attributes.ts';
import { backupFolder } from './database.ts';
import { mainDatabaseFile, openStore } from './store.ts';

/** Folders with a copy of a database: those recorded when they were made, and those in the data folder itself. */
export function backupFolders(directory: string): string[] {
  const store = openStore(directory);
  const recorded = store.backups.paths();
  store.close();
  const own = join(directory, backupFolder);
  const inside = existsSync(own) ? readdirSync(own).map((name) => join(own, name)) : [];
  return [...new Set([...recorded, ...inside])].filter(isBackup).sort();
}

function isBackup(path: string): boolean {
  if (!existsSync(path) || !statSync(path).isDirectory()) return false;
  return existsSync(join(path, mainDatabaseFile)) || existsSync(join(path, attributesDatabaseFile));
}
