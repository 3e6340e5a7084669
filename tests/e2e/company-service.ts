import { Hono } from 'hono';
import { streamSSE } from 'hono/streaming';
import { type AnalystCallName, type AnalystReply, analystCalls } from '../../shared/protocol/analyst.ts';
import type { CompanySettings } from '../../shared/protocol/company-data.ts';
import { trainingOptionsSchema } from '../../shared/protocol/training-run.ts';
import { collectReport } from '../../sidecar/reports/collect-report.ts';
import { exampleSource } from '../../sidecar/reports/example-source.fixture.ts';
import { renderReport } from '../../sidecar/reports/render-report.ts';
import { serveLocally } from '../../sidecar/server.ts';
import { createTestService, type TestService } from '../security/test-service.ts';
import { playTraining } from './played-training.ts';

export interface CompanyService {
  readonly service: TestService;
  readonly port: number;
  close(): Promise<void>;
}

interface Asked {
  readonly id: string;
  readonly body: unknown;
}

/** Calls that are played, because the real ones take minutes or delete what the next test needs. */
type PlayedCalls = { [Name in AnalystCallName]?: (asked: Asked) => AnalystReply<Name> | undefined };

/**
 * The real service of an invented company whose training, imports and settings are played, so that every page of the
 * dashboard has something to show at once. Every played answer is checked against the table of calls.
 */
export async function startCompanyService(): Promise<CompanyService> {
  const report = collectReport(exampleSource(), { madeOn: '2025-11-20' });
  const service = createTestService({
    reporter: {
      render: async (format) => {
        const [{ body, contentType }] = await renderReport(report, format);
        return { body: body as string, contentType, fileName: `autorefine-report.${format}` };
      },
    },
  });
  service.store.statements.save({
    id: 'hours',
    text: 'Working hours are flexible.',
    topic: 'flexible-hours',
  });
  service.store.statements.save({
    id: 'leave',
    text: 'Parental leave is paid for 16 weeks.',
    topic: 'parental-leave',
  });
  for (let i = 0; i < 400; i++)
    service.store.auditLog.add('command line', 'figures-seen', { format: 'html' });

  const training = playTraining();
  const app = new Hono();
  app.get('/v1/training-runs/:id/events', (c) =>
    streamSSE(c, async (stream) => {
      for await (const event of training.events(c.req.param('id'), c.req.raw.signal)) {
        await stream.writeSSE({ event: event.type, data: JSON.stringify(event) });
      }
    }),
  );
  const played: PlayedCalls = { ...playedData(), ...playedRuns(training) };
  for (const [name, answer] of Object.entries(played)) {
    const call = analystCalls[name as AnalystCallName];
    app.on(call.method.toUpperCase(), `/v1${call.route.replaceAll(/\{(\w+)\}/g, ':$1')}`, async (c) => {
      const type = c.req.header('content-type') ?? '';
      const body: unknown =
        type.includes('json') && !type.includes('ndjson') ? await c.req.json() : undefined;
      const reply = answer({ id: c.req.param('id') ?? '', body });
      if (reply !== undefined) return c.json(call.reply.parse(reply) as object, call.status);
      const problem = {
        type: 'about:blank',
        title: 'Not found',
        status: 404,
        detail: 'There is no such person.',
        mend: 'Check the number.',
      };
      return c.json(problem, 404);
    });
  }
  app.all('*', (c) => service.app.fetch(c.req.raw));
  const server = await serveLocally(app.fetch, 0);
  return {
    service,
    port: server.port,
    close: async () => {
      await server.close();
      service.close();
    },
  };
}

function playedRuns(training: ReturnType<typeof playTraining>): PlayedCalls {
  return {
    trainingRuns: () => ({ runs: training.runs() }),
    trainingRun: ({ id }) => training.run(id),
    startTraining: ({ body }) => training.start(trainingOptionsSchema.parse(body)),
    stopTraining: ({ id }) => training.stop(id),
    resumeTraining: ({ id }) => training.resume(id),
    policies: () => ({ policies: training.policies() }),
    promotePolicy: ({ id }) => {
      training.promote(id);
      return { policies: training.policies() };
    },
    rollBackPolicy: () => {
      training.rollBack();
      return { policies: training.policies() };
    },
  };
}

function playedData(): PlayedCalls {
  let settings: CompanySettings = {
    measuring: true,
    optimising: true,
    exploring: false,
    retentionDays: 730,
    jurisdictions: ['US'],
    nightlyTraining: { on: false, hour: 2 },
  };
  const summary = {
    imported: 118,
    updated: 4,
    unchanged: 0,
    rejected: [{ line: 7, why: 'The person has no number.' }],
  };
  const people = new Set(['P-17']);
  const backups = [{ path: 'backups/2025-11-01', madeAt: '2025-11-01T08:00:00.000Z', bytes: 48_300_000 }];
  return {
    pool: () => ({
      candidates: 5200,
      postings: 24,
      outcomes: 9120,
      sample: true,
      imports: [
        {
          kind: 'candidates',
          imported: 5100,
          updated: 0,
          unchanged: 0,
          rejected: 12,
          finishedAt: '2025-10-02T08:00:00.000Z',
        },
        {
          kind: 'outcomes',
          imported: 9120,
          updated: 0,
          unchanged: 0,
          rejected: 0,
          finishedAt: '2025-10-02T08:10:00.000Z',
        },
      ],
    }),
    previewImport: () => ({
      columns: [
        { column: 'Candidate ID', field: 'externalId', why: null },
        { column: 'Profile', field: 'text', why: null },
        { column: 'Skills', field: 'skills', why: null },
        { column: 'Name', field: null, why: 'Names are taken out of the text and kept nowhere.' },
        { column: 'Gender', field: null, why: 'Self-reports come in a file of their own.' },
      ],
      fields: ['externalId', 'text', 'occupation', 'skills', 'licences', 'yearsOfExperience'],
      content: 'candidates',
      records: 123,
      problems: [{ line: 7, why: 'The person has no number.' }],
    }),
    importCandidates: () => summary,
    importOutcomes: () => summary,
    settings: () => settings,
    saveSettings: ({ body }) => {
      settings = body as CompanySettings;
      return settings;
    },
    retention: () => ({
      due: 3,
      floors: [
        {
          jurisdiction: 'US',
          days: 365,
          rule: '29 CFR 1602.14',
          source: 'https://www.ecfr.gov',
          checkedOn: '2025-10-01',
        },
      ],
    }),
    eraseExpired: () => ({ people: 3, folders: [], unreachable: [], stale: [] }),
    person: ({ id }) =>
      people.has(id)
        ? {
            candidate: { externalId: id, text: 'Nurse in a hospital.', skills: [], licences: [] },
            outcomes: [{ postingId: 'posting-1', stage: 'applied', on: '2025-05-03' }],
            selfReports: [],
          }
        : undefined,
    erasePerson: ({ id }) => {
      const found = people.delete(id);
      return { people: found ? 1 : 0, folders: ['data'], unreachable: [], stale: ['policy-4'] };
    },
    backups: () => ({ backups }),
    backUp: () => {
      const backup = { path: 'backups/2025-11-20', madeAt: '2025-11-20T08:00:00.000Z', bytes: 48_900_000 };
      backups.unshift(backup);
      return backup;
    },
  };
}
