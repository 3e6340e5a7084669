import packageFile from '../../package.json' with { type: 'json' };
import { createOllama } from '../language-model/ollama-client.ts';
import { openReportDesk, type ReportDesk } from '../report-source/report-desk.ts';
import { createServices, type Services } from '../services.ts';
import { type AttributeStore, openAttributes } from '../storage/attributes.ts';
import { openStore, type Store } from '../storage/store.ts';
import type { CommandContext, CommonOptions } from './context.ts';
import { createProgressBar } from './progress-bar.ts';

export interface OpenData {
  readonly store: Store;
  readonly attributes: AttributeStore;
}

/** Opens both databases of the data folder for a command, and closes them when it is done or has failed. */
export async function withData<T>(directory: string, work: (data: OpenData) => Promise<T>): Promise<T> {
  const store = openStore(directory);
  try {
    const attributes = openAttributes(directory);
    try {
      return await work({ store, attributes });
    } finally {
      attributes.close();
    }
  } finally {
    store.close();
  }
}

/** The services over the data folder, in this process. */
export function withServices<T>(
  options: Pick<CommonOptions, 'data' | 'seed'>,
  signal: AbortSignal,
  work: (services: Services, data: OpenData) => Promise<T>,
): Promise<T> {
  return withData(options.data, (data) => work(servicesOver(data, options.seed, signal), data));
}

function servicesOver(data: OpenData, seed: number, signal: AbortSignal): Services {
  return createServices({ ...data, languageModel: createOllama(), seed, now, signal });
}

const now = () => new Date();

/**
 * The reads of a report over the data folder, and where it is noted that one was made. The match list is measured first
 * where that is switched on and not done yet.
 */
export function createReportDeskOpener({ stderr, signal }: CommandContext, isQuiet: () => boolean) {
  return <T>(directory: string, seed: number, work: (desk: ReportDesk) => Promise<T>): Promise<T> =>
    withData(directory, async (data) => {
      const bar = createProgressBar(stderr, isQuiet(), () => performance.now());
      try {
        await servicesOver(data, seed, signal).measurer.measure({
          signal,
          onProgress: ({ done, total, message }) => bar.update(done, total, message),
        });
      } finally {
        bar.clear();
      }
      const { version } = packageFile;
      return work(openReportDesk({ ...data, version, seed, actor: 'command line', now }));
    });
}
