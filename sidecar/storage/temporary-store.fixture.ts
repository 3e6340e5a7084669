import { onTestFinished } from 'vitest';
import { temporaryFolder } from '../temporary-folder.fixture.ts';
import { openStore, type Store } from './store.ts';

/** A store over a folder of its own for one test; it is closed and its folder removed when the test ends. */
export function openTemporaryStore(options: Parameters<typeof openStore>[1] = {}): {
  readonly store: Store;
  readonly directory: string;
} {
  const directory = temporaryFolder();
  const store = openStore(directory, options);
  onTestFinished(() => store.close());
  return { store, directory };
}
