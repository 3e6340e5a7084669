import { createRoute } from '@hono/zod-openapi';
import { decisionsRequestSchema } from '../../shared/protocol/sidecar.ts';
import type { AppDependencies } from './dependencies.ts';
import { createRouter, forRole, jsonBody, jsonRequest, problemResponses } from './route-parts.ts';

export function decisionRoutes({ clients, store }: AppDependencies) {
  const add = createRoute({
    method: 'post',
    path: '/decisions',
    summary: 'What a recruiter did with the offered edits; no text of the posting',
    ...forRole('recruiter', clients, ...jsonBody()),
    request: jsonRequest(decisionsRequestSchema),
    responses: { 204: { description: 'Counted' }, ...problemResponses },
  });
  return createRouter().openapi(add, (c) => {
    store.decisions.add(c.req.valid('json').decisions);
    return c.body(null, 204);
  });
}
