import { createRoute, z } from '@hono/zod-openapi';
import type { AppDependencies } from './dependencies.ts';
import { createRouter, forRole, problemResponses } from './route-parts.ts';
import { reportFormats } from './services.ts';

export function reportRoutes({ clients, reporter }: AppDependencies) {
  const report = createRoute({
    method: 'get',
    path: '/report',
    summary: 'The report with the figures',
    ...forRole('analyst', clients),
    request: { query: z.object({ format: z.enum(reportFormats).default('html') }) },
    responses: {
      200: {
        description: 'The report as a file; for csv an archive with a file a table',
        content: {
          'text/html': { schema: z.string() },
          'application/zip': { schema: z.string() },
          'application/json': { schema: z.string() },
          'application/pdf': { schema: z.string() },
        },
      },
      ...problemResponses,
    },
  });
  return createRouter().openapi(report, async (c) => {
    const { format } = c.req.valid('query');
    const { body, contentType, fileName } = await reporter.render(format, {
      actor: c.get('client').client,
      signal: c.req.raw.signal,
    });
    return c.body(body, 200, {
      'Content-Type': contentType,
      'Content-Disposition': `attachment; filename="${fileName}"`,
    });
  });
}
