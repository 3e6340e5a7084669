import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import type { TableFormat } from '../../shared/protocol/company-data.ts';
import type { ImportSummary } from '../../shared/protocol/sidecar.ts';
import { StorageError, withStorageErrors } from '../storage/errors.ts';
import { incomingFolder } from '../storage/leftovers.ts';

/** Larger bodies are a mistake; the limit keeps one from filling the disk. */
const maxTableBytes = 2 * 1024 * 1024 * 1024;

/**
 * Imports a table that streams in. It is first written to a file in the data folder (mode 0600, removed afterwards), so
 * that a slow or broken sender never holds a transaction open.
 * @param importFile reads the file that has arrived
 * @throws StorageError when the table is too large or cannot be written.
 */
export async function importStream(
  body: globalThis.ReadableStream<Uint8Array>,
  { directory, format, signal }: { directory: string; format: TableFormat; signal?: AbortSignal | undefined },
  importFile: (file: string) => Promise<ImportSummary>,
): Promise<ImportSummary> {
  const folder = join(directory, incomingFolder);
  const file = join(folder, `${crypto.randomUUID()}.${format}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    const source = Readable.fromWeb(body as ReadableStream<Uint8Array>);
    await pipeline(source, limit(maxTableBytes), createWriteStream(file, { mode: 0o600 }), {
      ...(signal ? { signal } : {}),
    });
    return await importFile(file);
  } catch (error) {
    return withStorageErrors(() => {
      throw error;
    });
  } finally {
    await rm(file, { force: true });
  }
}

function limit(maxBytes: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      bytes += chunk.length;
      if (bytes <= maxBytes) done(null, chunk);
      else done(new StorageError('The table is larger than 2 GiB.', 'Split it into several files.'));
    },
  });
}
