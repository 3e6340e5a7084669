import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import packageFile from '../package.json' with { type: 'json' };
import { defaultPort } from '../shared/protocol/sidecar.ts';
import { createApp } from './app.ts';
import { createDataKeeper } from './data-keeper/data-keeper.ts';
import { createCandidateReader } from './import/candidate-reader.ts';
import { createTableImporter } from './import/table-importer.ts';
import { createOllama } from './language-model/ollama-client.ts';
import { watchModels } from './language-model/watch-models.ts';
import { claimForSample } from './market/load-sample.ts';
import { createMeasuringThread } from './market/match-list/measuring-thread.ts';
import { createWorkerServices } from './market/worker-services.ts';
import { createReporter } from './reporter.ts';
import { createClients } from './security/clients.ts';
import { createPairingCodes } from './security/pairing-codes.ts';
import { createServiceLog } from './security/service-log.ts';
import { host, type RunningServer, serveLocally } from './server.ts';
import { extensionDirectory } from './start/extension-build.ts';
import { applyRetention } from './storage/apply-retention.ts';
import { openAttributes } from './storage/attributes.ts';
import type { Erasure } from './storage/erase.ts';
import { lockDataFolder } from './storage/lock.ts';
import { openStore } from './storage/store.ts';
import { startNightlyTraining } from './training-jobs/nightly-training.ts';
import { createTrainingDesk } from './training-jobs/training-desk.ts';
import { startTrainingProcess } from './training-jobs/training-process.ts';

export interface SidecarOptions {
  readonly dataDirectory: string;
  /** 47821 by default; the next free one when it is taken, any free one for 0. */
  readonly port?: number;
  readonly seed?: number;
  /** Loads the synthetic sample company when the database is empty. */
  readonly sample?: boolean;
  /** Ends work under way; the owner still calls `close`. */
  readonly signal?: AbortSignal;
}

export interface Sidecar {
  readonly url: string;
  readonly port: number;
  /** The one-time code that is good now. */
  pairingCode(): string;
  /** Ends connections, threads and databases; what was acknowledged is on the disk. */
  close(): Promise<void>;
}

/**
 * Starts the service on 127.0.0.1 over a data folder that it takes for itself. It answers at once; the recommender is
 * built in a thread of its own meanwhile. People whose retention time is over are erased first.
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
    const erasure = applyRetention(dataDirectory, new Date());
    const server = await startService({ dataDirectory, port, seed, sample, erasure }, closing);
    return { ...server, close };
  } catch (error) {
    await close();
    throw error;
  }
}

interface StartOptions extends Required<Omit<SidecarOptions, 'signal'>> {
  /** What retention erased before the databases were opened. */
  readonly erasure: Erasure | undefined;
}

async function startService(
  { dataDirectory, port, seed, sample, erasure }: StartOptions,
  closing: (() => unknown)[],
) {
  const now = () => new Date();
  const stop = new AbortController();
  closing.push(() => stop.abort());
  const store = openStore(dataDirectory);
  closing.push(() => store.close());
  if (sample) claimForSample(store);
  // Opened once so that a damaged or newer file is refused at the start; the measuring thread opens its own.
  openAttributes(dataDirectory).close();
  const log = createServiceLog(join(dataDirectory, 'logs', 'sidecar.log'), now);
  const services = createWorkerServices({ directory: dataDirectory, seed });
  closing.push(() => services.close());
  const measurer = createMeasuringThread(() => createWorkerServices({ directory: dataDirectory, seed }));
  closing.push(() => measurer.close());
  const pairing = createPairingCodes(now);
  const models = watchModels(createOllama(), now, stop.signal);
  const training = createTrainingDesk({ store, startProcess: startTrainingProcess, log });
  closing.push(() => training.close());
  const nightly = startNightlyTraining({ store, training, now });
  closing.push(() => nightly.stop());
  const { version } = packageFile;
  const app = createApp({
    ...services,
    version,
    store,
    clients: createClients(store.tokens, now),
    pairing,
    reporter: createReporter({ store, version, seed, measurer, now }),
    importer: createTableImporter({ store, reader: createCandidateReader() }),
    keeper: createDataKeeper({ store, now, onErased: () => services.warmUp().catch(() => undefined) }),
    training,
    now,
    models: () => models.current(),
    log,
    extensionDirectory,
  });
  models.current();
  const server: RunningServer = await serveLocally(app.fetch, port);
  closing.push(() => server.close());
  log.write({ event: 'started', version, port: server.port });
  if (erasure !== undefined) {
    const { people, unreachable } = erasure;
    log.write({ event: 'retention', people, unreachable: unreachable.length });
  }
  closing.push(() => log.write({ event: 'stopped' }));
  training.resumeInterrupted();
  // A failed build or measurement is told to whoever asks next; it must not end the service.
  services
    .warmUp()
    .then(() => measurer.measure({}))
    .catch(() => undefined);
  return {
    url: `http://${host}:${server.port}`,
    port: server.port,
    pairingCode: () => pairing.current(),
  };
}
