import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Context, Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { createAnalystClient } from '../../extension/background/analyst-client.ts';
import { createSender } from '../../extension/background/sidecar-request.ts';
import { type AnalystCallName, type AnalystReply, analystCalls } from '../../shared/protocol/analyst.ts';
import { trainingOptionsSchema } from '../../shared/protocol/training-run.ts';
import { type SidecarOptions, startSidecar } from '../../sidecar/main.ts';
import { pair } from '../../sidecar/security/pair.fixture.ts';
import { serveLocally } from '../../sidecar/server.ts';
import { openStore } from '../../sidecar/storage/store.ts';
import { loadSmallCompany } from '../../sidecar/training-jobs/small-company.fixture.ts';
import { type PlayedTraining, playTraining } from './played-training.ts';

export interface CompanyService {
  readonly port: number;
  /** The one-time code that is good now. */
  pairingCode(): string;
  /** A client beside the browser, paired under a name of its own. */
  pair(name: string): Promise<ReturnType<typeof createAnalystClient>>;
  /** From now on training runs and policies are invented: a finished run in use takes minutes and a large company. */
  playFinishedRuns(): void;
  close(): Promise<void>;
}

interface Asked {
  readonly id: string;
  readonly body: unknown;
}
type PlayedCalls = { [Name in AnalystCallName]?: (asked: Asked) => AnalystReply<Name> | undefined };

/**
 * The real service over a folder of its own with a small invented company, entered as if it were real so that people can
 * be imported and erased, and with an audit log of several pages.
 */
export async function startSmallCompany(): Promise<CompanyService> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'autorefine-'));
  loadSmallCompany(dataDirectory);
  const store = openStore(dataDirectory);
  store.settings.update({ sample: false });
  for (let i = 0; i < 400; i++) store.auditLog.add('command line', 'figures-seen', { format: 'html' });
  store.close();
  const company = await startCompanyService({ dataDirectory, port: 0 });
  return {
    ...company,
    close: async () => {
      await company.close();
      rmSync(dataDirectory, { recursive: true });
    },
  };
}

/** The real service, before which training can be played on demand. Every played answer is checked against the table of calls. */
export async function startCompanyService(options: SidecarOptions): Promise<CompanyService> {
  const sidecar = await startSidecar(options);
  const forward = (c: Context) => {
    const { pathname, search } = new URL(c.req.url);
    const headers = new Headers(c.req.raw.headers);
    for (const name of ['host', 'connection', 'content-length']) headers.delete(name);
    const { method, body, signal } = c.req.raw;
    return fetch(`${sidecar.url}${pathname}${search}`, {
      method,
      headers,
      body,
      signal,
      ...(body ? { duplex: 'half' } : {}),
    });
  };
  let front = new Hono().all('*', forward);
  const server = await serveLocally((request) => front.fetch(request), 0);
  return {
    port: server.port,
    pairingCode: () => sidecar.pairingCode(),
    pair: async (name) => {
      const token = await pair(sidecar.url, sidecar.pairingCode(), name);
      return createAnalystClient(createSender({ port: sidecar.port, token }, fetch));
    },
    playFinishedRuns: () => {
      front = playing(playTraining()).all('*', forward);
    },
    close: async () => {
      await server.close();
      await sidecar.close();
    },
  };
}

function playing(training: PlayedTraining): Hono {
  const app = new Hono();
  app.get('/v1/training-runs/:id/events', (c) =>
    streamSSE(c, async (stream) => {
      for await (const event of training.events(c.req.param('id'), c.req.raw.signal)) {
        await stream.writeSSE({ event: event.type, data: JSON.stringify(event) });
      }
    }),
  );
  for (const [name, answer] of Object.entries(playedCalls(training))) {
    const call = analystCalls[name as AnalystCallName];
    app.on(call.method.toUpperCase(), `/v1${call.route.replaceAll(/\{(\w+)\}/g, ':$1')}`, async (c) => {
      const body: unknown = call.body === undefined ? undefined : await c.req.json();
      const reply = answer({ id: c.req.param('id') ?? '', body });
      if (reply === undefined) return c.notFound();
      return c.json(call.reply.parse(reply) as object, call.status);
    });
  }
  return app;
}

function playedCalls(training: PlayedTraining): PlayedCalls {
  const policies = () => ({ policies: training.policies() });
  return {
    trainingRuns: () => ({ runs: training.runs() }),
    trainingRun: ({ id }) => training.run(id),
    startTraining: ({ body }) => training.start(trainingOptionsSchema.parse(body)),
    stopTraining: ({ id }) => training.stop(id),
    resumeTraining: ({ id }) => training.resume(id),
    policies,
    promotePolicy: ({ id }) => {
      training.promote(id);
      return policies();
    },
    rollBackPolicy: () => {
      training.rollBack();
      return policies();
    },
  };
}
