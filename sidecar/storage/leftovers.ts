import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Tables on their way in over HTTP, as they were sent: nothing is redacted yet. */
export const incomingFolder = 'incoming';

/** A database that was being encrypted or decrypted, and vectors that were being written. */
const halfWritten = /\.sqlite\.unfinished|^vectors\.bin\.\d+\.part$/;

/**
 * Deletes what a kill or a power cut left of work that was not finished: nothing needs it, and people may be in it. The caller
 * holds the lock of the data folder.
 */
export function removeLeftovers(folder: string): void {
  rmSync(join(folder, incomingFolder), { recursive: true, force: true });
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    if (halfWritten.test(name)) rmSync(join(folder, name), { force: true });
  }
}
