import { openAttributes } from './attributes.ts';
import { backupFolders, copiesOfNewerVersions } from './backup-folders.ts';
import { toStorageError } from './errors.ts';
import { removeLeftovers } from './leftovers.ts';
import { modelKind, policyKind } from './policy-kinds.ts';
import { openStore } from './store.ts';
import { removeVectorFile } from './vector-file.ts';

export interface Erasure {
  /** How many of the people asked for were there, in any file. */
  readonly people: number;
  /** Folders that were gone through: the data folder and the backups the tool made. */
  readonly folders: readonly string[];
  /** Backups that could not be opened, with the reason; they may still hold the people. */
  readonly unreachable: readonly { readonly folder: string; readonly why: string }[];
  /** Policies and language models that were trained while the people were in the pool; they hold no record, and are to be trained again. */
  readonly stale: readonly string[];
}

/**
 * Erases people from both databases of a data folder and of every backup the tool made: rows, full-text index, free
 * pages, write-ahead log and the vectors fitted with them. The caller holds the lock of the data folder.
 */
export function erasePeople(directory: string, externalIds: readonly string[]): Erasure {
  const stale = trainedIn(directory);
  const found = new Set(eraseFrom(directory, externalIds));
  const folders = [directory];
  const unreachable: { folder: string; why: string }[] = [];
  for (const folder of backupFolders(directory)) {
    try {
      for (const id of eraseFrom(folder, externalIds)) found.add(id);
      folders.push(folder);
    } catch (error) {
      const fault = toStorageError(error);
      if (fault === undefined) throw error;
      unreachable.push({ folder, why: fault.message });
    }
  }
  for (const copy of copiesOfNewerVersions(directory))
    unreachable.push({
      folder: copy,
      why: 'a newer version wrote it; erase with that version, or delete the copy',
    });
  return { people: found.size, folders, unreachable, stale: found.size > 0 ? stale : [] };
}

/** The log of earlier reports stays: it says only how many people were counted, and guards against differencing. */
const measuredOnThePool = ['edit-effects', 'match-list', 'embedded-match-list'];

function eraseFrom(directory: string, externalIds: readonly string[]): string[] {
  const store = openStore(directory);
  const attributes = openAttributes(directory);
  try {
    const found = externalIds.filter((id) => {
      const reports = attributes.remove(id);
      return store.candidates.remove(id) || reports > 0;
    });
    // Figures measured with these people in the pool are measured again when they are next asked for.
    if (found.length > 0) for (const kind of measuredOnThePool) store.measurements.clear(kind);
    // Also when nothing was found: an erasure that was cut off before this step is finished by running it again.
    removeVectorFile(directory);
    store.preparedMarket.forget();
    removeLeftovers(directory);
    store.compact();
    attributes.compact();
    return found;
  } finally {
    attributes.close();
    store.close();
  }
}

function trainedIn(directory: string): string[] {
  const store = openStore(directory);
  try {
    return [policyKind, modelKind].flatMap((kind) => store.policies.ids(kind));
  } finally {
    store.close();
  }
}
