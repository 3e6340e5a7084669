import type { DataKeeper } from '../data-keeper/data-keeper.ts';
import type { Clients } from '../security/clients.ts';
import type { PairingCodes } from '../security/pairing-codes.ts';
import type { ServiceLog } from '../security/service-log.ts';
import type { Store } from '../storage/store.ts';
import type { TrainingDesk } from '../training-jobs/training-desk.ts';
import type { Estimator, Matcher, Reporter, Rewriter, TableImporter } from './services.ts';

/** Everything the service needs; nothing is read from the environment or made on the side. */
export interface AppDependencies {
  readonly version: string;
  readonly store: Store;
  readonly clients: Clients;
  readonly pairing: PairingCodes;
  readonly matcher: Matcher;
  readonly rewriter: Rewriter;
  readonly estimator: Estimator;
  readonly reporter: Reporter;
  readonly importer: TableImporter;
  readonly keeper: DataKeeper;
  readonly training: TrainingDesk;
  readonly now: () => Date;
  /** Language models that Ollama offers, as last seen; answers at once. */
  readonly models: () => readonly string[];
  readonly log: ServiceLog;
  /** Where the built extension lies, shown on the start page. */
  readonly extensionDirectory: string;
}
