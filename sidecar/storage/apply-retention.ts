import { type Erasure, erasePeople } from './erase.ts';
import { peoplePastRetention } from './retention.ts';
import { openStore } from './store.ts';

/**
 * Erases everyone whose retention time is over, as `erase` does, and notes it in the audit log. The caller holds the lock
 * of the data folder and has no database of it open.
 * @returns undefined when nobody's time is over
 */
export function applyRetention(directory: string, now: Date): Erasure | undefined {
  const store = openStore(directory, { now: () => now });
  try {
    const due = peoplePastRetention(store, now);
    if (due.length === 0) return undefined;
    const erasure = erasePeople(directory, due);
    store.auditLog.add('retention', 'erased', { people: erasure.people, folders: erasure.folders.length });
    return erasure;
  } finally {
    store.close();
  }
}
