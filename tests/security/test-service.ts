import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '../../shared/protocol/sidecar.ts';
import { createApp } from '../../sidecar/app.ts';
import type { AppDependencies } from '../../sidecar/routes/dependencies.ts';
import { createClients } from '../../sidecar/security/clients.ts';
import { createPairingCodes } from '../../sidecar/security/pairing-codes.ts';
import type { LogEntry } from '../../sidecar/security/service-log.ts';
import { openStore } from '../../sidecar/storage/store.ts';
import { createTrainingDesk } from '../../sidecar/training-jobs/training-desk.ts';
import type { StartTrainingProcess } from '../../sidecar/training-jobs/training-process.ts';

/** A training process that runs until it is killed. */
const startNothing: StartTrainingProcess = (_start, { onEnd }) => ({ kill: onEnd });

/** The whole service over an empty data folder, with small stand-ins for what computes. */
export function createTestService(overrides: Partial<AppDependencies> = {}) {
  const directory = mkdtempSync(join(tmpdir(), 'autorefine-'));
  const store = openStore(directory);
  let time = Date.parse('2024-05-01T10:00:00Z');
  const now = () => new Date(time);
  const clients = createClients(store.tokens, now);
  const pairing = createPairingCodes(now);
  const logged: LogEntry[] = [];
  const log = { write: (entry: LogEntry) => void logged.push(entry) };
  const training = createTrainingDesk({ store, startProcess: startNothing, log });
  const app = createApp({
    version: '0.0.0',
    store,
    clients,
    pairing,
    matcher: {
      match: async () => ({
        candidates: [],
        qualifiedPool: { size: 0, requirements: { skills: [], licences: [] }, relaxed: [] },
      }),
    },
    rewriter: { rewrite: async ({ text }) => ({ text, edits: [], refused: [], notes: [] }) },
    estimator: {
      estimate: async () => ({
        verdict: 'not-enough-data',
        explanation: 'none',
        recommender: 'none',
        synthetic: false,
      }),
    },
    reporter: {
      render: async () => ({ body: 'report', contentType: 'text/html', fileName: 'report.html' }),
    },
    importer: {
      importTable: async () => ({ imported: 0, updated: 0, unchanged: 0, rejected: [] }),
    },
    keeper: {
      person: () => undefined,
      erase: async () => ({ people: 0, folders: [], unreachable: [], stale: [] }),
      backUp: async () => ({ path: 'backup' }),
      backups: () => [],
    },
    training,
    now,
    models: () => [],
    log,
    extensionDirectory: 'extension',
    ...overrides,
  });

  const request = (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    if (!headers.has('host')) headers.set('host', '127.0.0.1:47821');
    return app.request(path, { ...init, headers });
  };
  const as = (...roles: Role[]) => {
    const { token } = clients.issue('test', roles);
    return (path: string, init: RequestInit = {}) => {
      const headers = new Headers(init.headers);
      headers.set('authorization', `Bearer ${token}`);
      return request(path, { ...init, headers });
    };
  };
  const json = (body: unknown, method = 'POST'): RequestInit => ({
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return {
    app,
    store,
    clients,
    pairing,
    directory,
    logged,
    request,
    as,
    json,
    passTime: (milliseconds: number) => {
      time += milliseconds;
    },
    close: () => {
      store.close();
      rmSync(directory, { recursive: true });
    },
  };
}

export type TestService = ReturnType<typeof createTestService>;
