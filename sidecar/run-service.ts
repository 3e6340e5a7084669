import { join } from 'node:path';
import packageFile from '../package.json' with { type: 'json' };
import { createApp } from './app.ts';
import { createDataKeeper } from './data-keeper/data-keeper.ts';
import { createCandidateReader } from './import/candidate-reader.ts';
import { createTableImporter } from './import/table-importer.ts';
import { createOllama } from './language-model/ollama-client.ts';
import { watchModels } from './language-model/watch-models.ts';
import { createMeasuringThread } from './market/match-list/measuring-thread.ts';
import { createWorkerServices, type WorkerServices } from './market/worker-services.ts';
import { createClients } from './security/clients.ts';
import { createPairingCodes } from './security/pairing-codes.ts';
import { createServiceLog } from './security/service-log.ts';
import { host, type RunningServer, serveLocally } from './server.ts';
import { extensionDirectory } from './start/extension-build.ts';
import { applyRetention } from './storage/apply-retention.ts';
import { openAttributes } from './storage/attributes.ts';
import { removeLeftovers } from './storage/leftovers.ts';
import { openStore } from './storage/store.ts';
import { startNightlyTraining } from './training-jobs/nightly-training.ts';
import { createTrainingDesk } from './training-jobs/training-desk.ts';
import { startTrainingProcess } from './training-jobs/training-process.ts';

export interface ServiceOptions {
  readonly dataDirectory: string;
  readonly port: number;
  readonly seed: number;
  readonly sample: boolean;
  /** What computes, in a thread that its owner ends. */
  readonly services: WorkerServices;
}

export interface RunningService {
  readonly url: string;
  readonly port: number;
  /** The one-time code that is good now. */
  pairingCode(): string;
}

/**
 * Opens the databases, wires everything together and listens. People whose retention time is over are erased first.
 * @param onClose takes what ends each part, to be called in reverse order
 */
export async function runService(
  { dataDirectory, port, seed, sample, services }: ServiceOptions,
  onClose: (end: () => unknown) => void,
): Promise<RunningService> {
  const now = () => new Date();
  const stop = new AbortController();
  onClose(() => stop.abort());
  removeLeftovers(dataDirectory);
  const erasure = applyRetention(dataDirectory, now());
  const store = openStore(dataDirectory);
  onClose(() => store.close());
  if (sample) (await import('./market/load-sample.ts')).claimForSample(store);
  // Opened once so that a damaged or newer file is refused at the start; the measuring thread opens its own.
  openAttributes(dataDirectory).close();
  // A failed build is told to whoever asks next; it must not end the service.
  const isWarm = services.warmUp().then(
    () => true,
    () => false,
  );
  const log = createServiceLog(join(dataDirectory, 'logs', 'sidecar.log'), now);
  const measurer = createMeasuringThread(() => createWorkerServices({ directory: dataDirectory, seed }));
  onClose(() => measurer.close());
  const pairing = createPairingCodes(now);
  const models = watchModels(createOllama(), now, stop.signal);
  const training = createTrainingDesk({ store, startProcess: startTrainingProcess, log });
  onClose(() => training.close());
  const nightly = startNightlyTraining({ store, training, now });
  onClose(() => nightly.stop());
  const { version } = packageFile;
  const app = createApp({
    ...services,
    version,
    store,
    clients: createClients(store.tokens, now),
    pairing,
    reporter: {
      // Loaded with the first report: no start waits for it.
      render: async (format, run) => {
        const { createReporter } = await import('./reporter.ts');
        return createReporter({ store, version, seed, measurer, now }).render(format, run);
      },
    },
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
  onClose(() => server.close());
  log.write({ event: 'started', version, port: server.port });
  if (erasure !== undefined) {
    const { people, unreachable } = erasure;
    log.write({ event: 'retention', people, unreachable: unreachable.length });
  }
  onClose(() => log.write({ event: 'stopped' }));
  training.resumeInterrupted();
  // Neither must a failed measurement.
  isWarm.then((warm) => (warm ? measurer.measure({}) : undefined)).catch(() => undefined);
  return {
    url: `http://${host}:${server.port}`,
    port: server.port,
    pairingCode: () => pairing.current(),
  };
}
