import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Look } from '../storage/looks.ts';
import { mainDatabaseFile, openStore } from '../storage/store.ts';

/**
 * Logs a look at the report candidates of a file before its figures are computed, where there is a data folder to log it in.
 * @param key names the report part: the salt that draws it and the hash of the candidates
 * @returns undefined without a data folder; none is made for it
 */
export function recordLook(directory: string, key: string): Look | undefined {
  if (!existsSync(join(directory, mainDatabaseFile))) return undefined;
  const store = openStore(directory);
  try {
    return store.looks.record(`evaluate ${key}`, 'evaluate');
  } finally {
    store.close();
  }
}

/** Which look it was and what that asks of its p-values, in one line. */
export function describeLook(look: Look | undefined): string {
  if (look === undefined) return 'This look was not counted: there is no data folder to count it in.';
  const { n, level } = look;
  return `Look number ${n} at these report candidates; read its p-values against ${level.toPrecision(2)}.`;
}
