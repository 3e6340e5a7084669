import { createRoute, z } from '@hono/zod-openapi';
import { importSummarySchema } from '../../shared/protocol/sidecar.ts';
import { HttpProblem } from '../security/http-problem.ts';
import type { AppDependencies } from './dependencies.ts';
import { createRouter, forRole, jsonResponse, problemResponses } from './route-parts.ts';
import type { TableFormat } from './services.ts';

const formats: Readonly<Record<string, TableFormat>> = {
  'text/csv': 'csv',
  'application/x-ndjson': 'jsonl',
  'application/jsonl': 'jsonl',
};

const poolSchema = z.object({
  candidates: z.int(),
  postings: z.int(),
  outcomes: z.int(),
  /** True for the synthetic sample company. */
  sample: z.boolean(),
  imports: z.array(
    z.object({
      kind: z.string(),
      imported: z.int(),
      updated: z.int(),
      rejected: z.int(),
      finishedAt: z.string(),
    }),
  ),
});

export function candidateRoutes({ clients, store, importer }: AppDependencies) {
  const summary = createRoute({
    method: 'get',
    path: '/candidates',
    summary: 'How many candidates, postings and outcomes there are; no person',
    ...forRole('analyst', clients),
    responses: { 200: jsonResponse(poolSchema, 'The counts'), ...problemResponses },
  });
  const importTable = createRoute({
    method: 'post',
    path: '/candidates',
    summary: 'Imports a table of candidates, streamed (text/csv or application/x-ndjson)',
    ...forRole('analyst', clients),
    request: {
      body: {
        required: true,
        content: { 'text/csv': { schema: z.string() }, 'application/x-ndjson': { schema: z.string() } },
      },
    },
    responses: { 200: jsonResponse(importSummarySchema, 'What was imported'), ...problemResponses },
  });
  return createRouter()
    .openapi(summary, (c) =>
      c.json(
        {
          candidates: store.candidates.count(),
          postings: store.postings.count(),
          outcomes: store.outcomes.count(),
          sample: store.settings.read().sample,
          imports: store.imports
            .finished()
            .map(({ kind, summary: { imported, updated, rejected }, finishedAt }) => ({
              kind,
              imported,
              updated,
              rejected: rejected.length,
              finishedAt,
            })),
        },
        200,
      ),
    )
    .openapi(importTable, async (c) => {
      const type = (c.req.header('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
      const format = formats[type];
      const body = c.req.raw.body;
      if (format === undefined || body === null) {
        throw new HttpProblem(
          415,
          'The body must be a table.',
          `Send one of ${Object.keys(formats).join(', ')}.`,
        );
      }
      const imported = await importer.importStream(body, format, c.req.raw.signal);
      const { imported: added, updated } = imported;
      store.auditLog.add(c.get('client').client, 'imported', { added, updated });
      return c.json(imported, 200);
    });
}
