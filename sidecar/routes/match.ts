import { createRoute } from '@hono/zod-openapi';
import { matchRequestSchema, matchSchema } from '../../shared/protocol/sidecar.ts';
import type { AppDependencies } from './dependencies.ts';
import { requireText } from './posting-text.ts';
import {
  createRouter,
  forRole,
  jsonBody,
  jsonRequest,
  jsonResponse,
  problemResponses,
} from './route-parts.ts';

export function matchRoutes({ clients, matcher, store }: AppDependencies) {
  const match = createRoute({
    method: 'post',
    path: '/match',
    summary: 'The match list of a posting: a measuring instrument, not for selecting people',
    ...forRole('analyst', clients, ...jsonBody()),
    request: jsonRequest(matchRequestSchema),
    responses: { 200: jsonResponse(matchSchema, 'The list and the qualified pool'), ...problemResponses },
  });
  return createRouter().openapi(match, async (c) => {
    const { text, k } = c.req.valid('json');
    const list = await matcher.match(requireText(text), k, c.req.raw.signal);
    store.auditLog.add(c.get('client').client, 'list-seen', { candidates: list.candidates.length });
    return c.json(list, 200);
  });
}
