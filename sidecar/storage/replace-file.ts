import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/**
 * Replaces a file whole (mode 0600): written beside it, on the disk, then renamed. A reader, and whoever looks after a kill
 * or a power cut, finds the old content or the new.
 * @throws the file system's error, with the old file as it was and nothing left beside it.
 */
export function replaceFile(path: string, content: string | Uint8Array): void {
  const unfinished = `${path}.${process.pid}.part`;
  try {
    const descriptor = openSync(unfinished, 'w', 0o600);
    try {
      writeFileSync(descriptor, content);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    renameSync(unfinished, path);
  } finally {
    rmSync(unfinished, { force: true });
  }
}
