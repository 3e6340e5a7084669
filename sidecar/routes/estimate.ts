import { createRoute } from '@hono/zod-openapi';
import { maxPostingBytes } from '../../shared/protocol/posting.ts';
import { estimateRequestSchema, estimateSchema } from '../../shared/protocol/rewrite.ts';
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

export function estimateRoutes({ clients, estimator }: AppDependencies) {
  const estimate = createRoute({
    method: 'post',
    path: '/estimate',
    summary:
      'What a rewrite does to the list, in words: closer, further, no measurable change, not enough data',
    ...forRole('recruiter', clients, ...jsonBody(2 * maxPostingBytes)),
    request: jsonRequest(estimateRequestSchema),
    responses: { 200: jsonResponse(estimateSchema, 'The verdict'), ...problemResponses },
  });
  return createRouter().openapi(estimate, async (c) => {
    const { original, rewritten } = c.req.valid('json');
    const request = { original: requireText(original), rewritten: requireText(rewritten) };
    return c.json(await estimator.estimate(request, c.req.raw.signal), 200);
  });
}
