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

/** Copies of single databases that a newer version wrote: this one can neither read nor change what is in them. */
export function copiesOfNewerVersions(directory: string): string[] {
  const own = join(directory, backupFolder);
  if (!existsSync(own)) return [];
  return readdirSync(own)
    .filter((name) => name.endsWith('.sqlite'))
    .sort()
    .map((name) => join(own, name));
}

function isBackup(path: string): boolean {
  if (!existsSync(path) || !statSync(path).isDirectory()) return false;
  return existsSync(join(path, mainDatabaseFile)) || existsSync(join(path, attributesDatabaseFile));
}
