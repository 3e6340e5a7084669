import { createRoute, z } from '@hono/zod-openapi';
import { auditEntrySchema } from '../../shared/protocol/company-data.ts';
import type { AppDependencies } from './dependencies.ts';
import { createRouter, forRole, jsonResponse, problemResponses } from './route-parts.ts';

export function auditLogRoutes({ clients, store }: AppDependencies) {
  const page = createRoute({
    method: 'get',
    path: '/audit-log',
    summary: 'Who saw which figures, imported, exported, erased; newest first',
    ...forRole('analyst', clients),
    request: {
      query: z.object({
        limit: z.coerce.number().int().min(1).max(500).default(100),
        before: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).optional(),
      }),
    },
    responses: {
      200: jsonResponse(z.object({ entries: z.array(auditEntrySchema) }), 'One page'),
      ...problemResponses,
    },
  });
  return createRouter().openapi(page, (c) => {
    const { limit, before } = c.req.valid('query');
    return c.json({ entries: store.auditLog.page(limit, before) }, 200);
  });
}
