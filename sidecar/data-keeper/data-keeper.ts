import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import {
  type Backup,
  type Erasure,
  erasureSchema,
  type Person,
  personSchema,
} from '../../shared/protocol/company-data.ts';
import { attributesDatabaseFile, openAttributes } from '../storage/attributes.ts';
import { backupFolder } from '../storage/database.ts';
import { StorageError } from '../storage/errors.ts';
import { mainDatabaseFile, type Store } from '../storage/store.ts';
import { startWorker } from '../worker-thread.ts';
import { type DataTask, dataReplySchema } from './data-tasks.ts';
import { idsOf, readPerson } from './person-record.ts';

/** What can be done with the data as a whole, beside the service that holds the folder's lock. */
export interface DataKeeper {
  /** Everything kept about one person; undefined when that is nothing. */
  person(candidate: string): Person | undefined;
  /** Erases people from both databases, indexes, vectors and backups. @throws StorageError */
  erase(candidates: readonly string[]): Promise<Erasure>;
  /** A copy of both databases in a new folder of the data folder. @throws StorageError */
  backUp(): Promise<Backup>;
  /** Backups that this tool made, by path. */
  backups(): Backup[];
}

export interface DataKeeperOptions {
  readonly store: Store;
  readonly now: () => Date;
  /** Told after people were erased, so that what was computed with them is made anew. */
  readonly onErased: () => void;
}

export function createDataKeeper({ store, now, onErased }: DataKeeperOptions): DataKeeper {
  const { directory } = store;
  return {
    person(candidate) {
      const attributes = openAttributes(directory);
      try {
        const found = readPerson(store, attributes, candidate);
        return found === undefined ? undefined : personSchema.parse(found);
      } finally {
        attributes.close();
      }
    },
    async erase(candidates) {
      const ids = candidates.flatMap(idsOf);
      const erasure = erasureSchema.parse(await runInThread({ task: 'erase', directory, ids }));
      onErased();
      return erasure;
    },
    async backUp() {
      const folder = join(directory, backupFolder, `made-${now().toISOString().replace(/[:.]/g, '-')}`);
      return describeBackup(z.string().parse(await runInThread({ task: 'back-up', directory, folder })));
    },
    backups: () => store.backups.paths().map(describeBackup),
  };
}

/** What can be seen of a backup now; a folder that was moved or deleted has its path only. */
function describeBackup(path: string): Backup {
  const main = join(path, mainDatabaseFile);
  if (!existsSync(main)) return { path };
  const files = [main, join(path, attributesDatabaseFile)].filter((file) => existsSync(file));
  const bytes = files.reduce((sum, file) => sum + statSync(file).size, 0);
  return { path, madeAt: statSync(main).mtime.toISOString(), bytes };
}

/** One task in a thread that ends with it. */
async function runInThread(task: DataTask): Promise<unknown> {
  const worker = startWorker(new URL('./data-thread.ts', import.meta.url), task);
  try {
    const message = await new Promise<unknown>((resolve, reject) => {
      worker.once('message', resolve).once('error', reject);
      worker.once('exit', () => reject(new Error('the data thread ended without an answer')));
    });
    const answer = dataReplySchema.parse(message);
    if (answer.reply === 'result') return answer.result;
    if (answer.mend === undefined) throw new Error(answer.message);
    throw new StorageError(answer.message, answer.mend);
  } finally {
    await worker.terminate();
  }
}
