import { mkdirSync } from 'node:fs';
import { defaultPort } from '../shared/protocol/sidecar.ts';
import { createWorkerServices } from './market/worker-services.ts';
import type { RunningService } from './run-service.ts';
import { lockDataFolder } from './storage/lock.ts';

export interface SidecarOptions {
  readonly dataDirectory: string;
  /** 47821 by default; the next free one when it is taken, any free one for 0. */
  readonly port?: number;
  readonly seed?: number;
  /** Loads the synthetic sample company when the database is empty. */
  readonly sample?: boolean;
}

export interface Sidecar extends RunningService {
  /** Ends connections, threads and databases; what was acknowledged is on the disk. */
  close(): Promise<void>;
}

/**
 * Starts the service on 127.0.0.1 over a data folder that it takes for itself. It answers at once; the recommender is
 * built in a thread of its own meanwhile.
 * @throws StorageError when another sidecar has the folder or the database cannot be used.
 */
export async function startSidecar(options: SidecarOptions): Promise<Sidecar> {
  const { dataDirectory, port = defaultPort, seed = 1, sample = false } = options;
  const closing: (() => unknown)[] = [];
  const close = async () => {
    for (const end of closing.splice(0).reverse()) await end();
  };
  try {
    mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
    const lock = lockDataFolder(dataDirectory, 'serve');
    closing.push(() => lock.release());
    const services = createWorkerServices({ directory: dataDirectory, seed });
    closing.push(() => services.close());
    // That thread loads its part of the program while this one loads the rest of its own.
    services.load();
    const { runService } = await import('./run-service.ts');
    const server = await runService(
      { dataDirectory, port, seed, sample, services },
      (end) => void closing.push(end),
    );
    return { ...server, close };
  } catch (error) {
    await close();
    throw error;
  }
}
