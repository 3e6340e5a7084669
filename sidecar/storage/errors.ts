import { MendableError } from '../mendable-error.ts';

/** A fault of the data folder, with the mend in its message. Commands print it; routes answer 503 with it. */
export class StorageError extends MendableError {
  override readonly name = 'StorageError';
}

/** SQLite result codes (https://sqlite.org/rescode.html) and what a person can do about each. */
const faults: Record<string, { message: string; mend: string }> = {
  SQLITE_BUSY: {
    message: 'Another program is writing to the database and did not finish within five seconds.',
    mend: 'Wait for the other AutoRefine command to end, or stop it, and try again. Nothing was changed.',
  },
  SQLITE_FULL: {
    message: 'The disk is full.',
    mend: 'Free some space and run the same command again; it goes on where it stopped.',
  },
  SQLITE_IOERR: {
    message: 'The disk could not be written.',
    mend: 'Check that the disk has free space and is not failing, then run the same command again.',
  },
  SQLITE_READONLY: {
    message: 'The database may only be read.',
    mend: 'Give your user write permission on the data folder, or choose another with --data.',
  },
  SQLITE_CANTOPEN: {
    message: 'The database could not be opened.',
    mend: 'Check that the data folder exists and that your user may write to it, or choose another with --data.',
  },
  SQLITE_NOTADB: {
    message: 'The file in the data folder is not an AutoRefine database.',
    mend: 'Move it away, or bring a backup back with `autorefine restore`.',
  },
  SQLITE_CORRUPT: {
    message: 'The database is damaged.',
    mend: 'Bring the last backup back with `autorefine restore`; keep the damaged file until that worked.',
  },
};

/** Faults of the file system that mean the same as one of SQLite's. */
const fileFaults: Readonly<Record<string, keyof typeof faults>> = {
  EACCES: 'SQLITE_READONLY',
  EPERM: 'SQLITE_READONLY',
  EROFS: 'SQLITE_READONLY',
  ENOSPC: 'SQLITE_FULL',
  ENOTDIR: 'SQLITE_CANTOPEN',
  EEXIST: 'SQLITE_CANTOPEN',
};

function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

/** The plain-language form of an error from SQLite or the file system, or undefined when it is neither. */
export function toStorageError(error: unknown, file?: string): StorageError | undefined {
  if (error instanceof StorageError) return error;
  const code = codeOf(error);
  const sqlite = code === undefined ? undefined : (fileFaults[code] ?? code);
  // Extended codes such as SQLITE_IOERR_WRITE carry their primary code as a prefix.
  const key = Object.keys(faults).find((name) => sqlite === name || sqlite?.startsWith(`${name}_`));
  const fault = key === undefined ? undefined : faults[key];
  if (fault === undefined) return undefined;
  return new StorageError(file === undefined ? fault.message : `${fault.message} (${file})`, fault.mend, {
    cause: error,
  });
}

/** Runs `work` and turns SQLite and file-system faults into a StorageError; anything else passes as it is. */
export function withStorageErrors<T>(work: () => T, file?: string): T {
  try {
    return work();
  } catch (error) {
    throw toStorageError(error, file) ?? error;
  }
}
