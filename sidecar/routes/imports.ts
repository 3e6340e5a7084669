import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { analystCalls } from '../../shared/protocol/analyst.ts';
import { maxPreviewLength, type TableFormat, tableTypes } from '../../shared/protocol/company-data.ts';
import { previewImport } from '../import/preview-import.ts';
import { HttpProblem } from '../security/http-problem.ts';
import type { ClientEnv } from '../security/require-role.ts';
import type { AppDependencies } from './dependencies.ts';
import { createRouter, jsonBody, jsonRequest, replyOf, routeOf } from './route-parts.ts';
import type { TableImport } from './services.ts';

/** A character may take six bytes in JSON. */
const maxPreviewBytes = 6 * maxPreviewLength + 16 * 1024;

const formats: Readonly<Record<string, TableFormat>> = {
  [tableTypes.csv]: 'csv',
  [tableTypes.jsonl]: 'jsonl',
  'application/jsonl': 'jsonl',
};

const tableRequest = {
  body: {
    required: true,
    content: { [tableTypes.csv]: { schema: z.string() }, [tableTypes.jsonl]: { schema: z.string() } },
  },
} as const;

export function importRoutes({ clients, store, importer }: AppDependencies) {
  const { previewImport: preview, importCandidates, importOutcomes } = analystCalls;
  const previewRoute = createRoute({
    ...routeOf(preview, clients, ...jsonBody(maxPreviewBytes)),
    request: jsonRequest(preview.body),
    responses: replyOf(preview, 'Columns, what each fills, and the first problems'),
  });
  const candidates = createRoute({
    ...routeOf(importCandidates, clients),
    request: { query: importCandidates.inQuery, ...tableRequest },
    responses: replyOf(importCandidates, 'What was imported, and every rejected line'),
  });
  const outcomes = createRoute({
    ...routeOf(importOutcomes, clients),
    request: { query: importOutcomes.inQuery, ...tableRequest },
    responses: replyOf(importOutcomes, 'What was imported, and every rejected line'),
  });

  async function importTable(c: Context<ClientEnv>, table: Pick<TableImport, 'kind' | 'map' | 'dryRun'>) {
    const { format, body } = readTable(c.req.raw);
    if (!table.dryRun && store.settings.read().sample) {
      throw new HttpProblem(
        409,
        'This folder holds the synthetic sample company, which real people must not be mixed with.',
        'Start the service with another data folder, or take the sample out with `autorefine import … --replace-sample`.',
      );
    }
    const summary = await importer.importTable(body, { ...table, format, signal: c.req.raw.signal });
    if (!table.dryRun) {
      const { imported, updated, rejected } = summary;
      store.auditLog.add(c.get('client').client, 'imported', {
        subject: table.kind,
        imported,
        updated,
        rejected: rejected.length,
      });
    }
    return summary;
  }

  return createRouter()
    .openapi(previewRoute, async (c) => c.json(await previewImport(c.req.valid('json')), 200))
    .openapi(candidates, async (c) => {
      const { dryRun, map } = c.req.valid('query');
      const chosen = { kind: 'candidates', map: [map].flat(), dryRun: dryRun === 'true' } as const;
      return c.json(await importTable(c, chosen), 200);
    })
    .openapi(outcomes, async (c) => {
      const dryRun = c.req.valid('query').dryRun === 'true';
      return c.json(await importTable(c, { kind: 'outcomes', map: [], dryRun }), 200);
    });
}

function readTable(request: Request): { format: TableFormat; body: ReadableStream<Uint8Array> } {
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  const format = formats[type];
  if (format !== undefined && request.body !== null) return { format, body: request.body };
  throw new HttpProblem(415, 'The body must be a table.', `Send one of ${Object.keys(formats).join(', ')}.`);
}
