import { type Reporter, ServiceUnavailable } from './routes/services.ts';
import type { Store } from './storage/store.ts';

export interface ReporterOptions {
  readonly store: Store;
  readonly directory: string;
  readonly seed: number;
}

/** Makes the report over the data folder. */
export function createReporter(_options: ReporterOptions): Reporter {
  return {
    render: async () => {
      throw new ServiceUnavailable('The report is not in this version.', 'Update AutoRefine.');
    },
  };
}
