import packageFile from '../../package.json' with { type: 'json' };
import { createOllama } from '../language-model/ollama-client.ts';
import { openReportDesk, type ReportDesk } from '../report-source/report-desk.ts';
import { createServices, type Services } from '../services.ts';
import { type AttributeStore, openAttributes } from '../storage/attributes.ts';
import { openStore, type Store } from '../storage/store.ts';
import type { CommonOptions } from './context.ts';

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
  return withData(options.data, (data) =>
    work(createServices({ ...data, languageModel: createOllama(), seed: options.seed, signal }), data),
  );
}

/** The reads of a report over the data folder, and where it is noted that one was made. */
export function withReportDesk<T>(
  directory: string,
  seed: number,
  work: (desk: ReportDesk) => Promise<T>,
): Promise<T> {
  const { version } = packageFile;
  const now = () => new Date();
  return withData(directory, (data) =>
    work(openReportDesk({ ...data, version, seed, actor: 'command line', now })),
  );
}
