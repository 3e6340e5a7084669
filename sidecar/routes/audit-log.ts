import { createRoute } from '@hono/zod-openapi';
import { analystCalls } from '../../shared/protocol/analyst.ts';
import type { AppDependencies } from './dependencies.ts';
import { createRouter, replyOf, routeOf } from './route-parts.ts';

export function auditLogRoutes({ clients, store }: AppDependencies) {
  const page = createRoute({
    ...routeOf(analystCalls.auditLog, clients),
    request: { query: analystCalls.auditLog.inQuery },
    responses: replyOf(analystCalls.auditLog, 'One page'),
  });
  return createRouter().openapi(page, (c) => {
    const { limit, before } = c.req.valid('query');
    return c.json({ entries: store.auditLog.page(limit, before) }, 200);
  });
}
