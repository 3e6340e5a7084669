import { upgradeWebSocket } from '@hono/node-server';
import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { createRandom } from '../../shared/random.ts';
import {
  createRouter,
  jsonBody,
  jsonRequest,
  jsonResponse,
  problemResponses,
} from '../routes/route-parts.ts';
import { HttpProblem } from '../security/http-problem.ts';
import { describeFault } from '../security/service-log.ts';
import {
  actionSchema,
  observationSchema,
  openEnvironmentResponseSchema,
  openEnvironmentSchemasSchema,
  resetRequestSchema,
  stateSchema,
  stepRequestSchema,
} from './contract.ts';
import type { EnvironmentDependencies, EnvironmentLimits } from './dependencies.ts';
import { createOpenEnvironmentSession } from './open-environment-session.ts';
import { answersInOrder } from './session-connection.ts';
import type { ScoreInTurn } from './turns.ts';

/**
 * The routes of OpenEnv. One step ends an episode: a posting, its rewrite, the reward. As in OpenEnv's own server an HTTP
 * request stands alone, so `step` is given the posting that `reset` returned; a WebSocket at `/ws`, which OpenEnv's clients
 * use, keeps the episode of its connection.
 * Source: openenv-core 0.3, openenv/core/env_server.
 */
export function openEnvironmentRoutes(
  { postings, findings, version, log, drawSeed }: EnvironmentDependencies,
  scoreInTurn: ScoreInTurn,
  limits: EnvironmentLimits,
): OpenAPIHono {
  const body = { middleware: jsonBody(limits.body) };
  const observed = {
    200: jsonResponse(openEnvironmentResponseSchema, 'The observation'),
    ...problemResponses,
  };
  const reset = createRoute({
    method: 'post',
    path: '/reset',
    ...body,
    request: jsonRequest(resetRequestSchema),
    responses: observed,
  });
  const step = createRoute({
    method: 'post',
    path: '/step',
    ...body,
    request: jsonRequest(stepRequestSchema),
    responses: observed,
  });
  const state = createRoute({
    method: 'get',
    path: '/state',
    responses: { 200: jsonResponse(stateSchema, 'That no episode is kept over HTTP'), ...problemResponses },
  });
  const schema = createRoute({
    method: 'get',
    path: '/schema',
    responses: { 200: jsonResponse(openEnvironmentSchemasSchema, 'JSON Schemas'), ...problemResponses },
  });
  const metadata = createRoute({
    method: 'get',
    path: '/metadata',
    responses: {
      200: jsonResponse(
        z.object({ name: z.string(), description: z.string(), version: z.string() }),
        'What this is',
      ),
      ...problemResponses,
    },
  });

  return createRouter()
    .openapi(reset, (c) => {
      const { seed } = c.req.valid('json');
      const posting = postings[createRandom(seed ?? 1).integer(Math.max(1, postings.length))];
      if (posting === undefined) {
        throw new HttpProblem(
          409,
          'The environment has no postings to draw from.',
          'Start it with --postings FILE.',
        );
      }
      const observation = { posting: posting.text, findings: [...findings(posting.text)], result: null };
      return c.json({ observation, reward: null, done: false }, 200);
    })
    .openapi(step, async (c) => {
      const { action, timeout_s } = c.req.valid('json');
      const { posting, rewrite } = action;
      const [result = null] = await scoreInTurn([{ posting, rewrite }], {
        fold: 'optimise',
        seed: 1,
        seconds: timeout_s,
        client: c.req.raw.signal,
      });
      const observation = { posting, findings: [...findings(rewrite)], result };
      return c.json({ observation, reward: result?.reward ?? null, done: true }, 200);
    })
    .openapi(state, (c) => c.json({ episode_id: null, step_count: 0 }, 200))
    .openapi(schema, (c) =>
      c.json(
        {
          action: z.toJSONSchema(actionSchema.partial({ posting: true })),
          observation: z.toJSONSchema(observationSchema),
          state: z.toJSONSchema(stateSchema),
        },
        200,
      ),
    )
    .openapi(metadata, (c) =>
      c.json(
        {
          name: 'autorefine',
          description:
            'Rewrite a job posting so that the list a recommender returns stays close to the people who meet its requirements.',
          version,
        },
        200,
      ),
    )
    .get(
      '/ws',
      upgradeWebSocket(() =>
        answersInOrder(
          (signal) =>
            createOpenEnvironmentSession({
              postings,
              findings,
              scoreInTurn,
              seed: drawSeed(),
              signal,
              onFault: (error) => log.write({ event: 'fault', route: '/ws', ...describeFault(error) }),
            }),
          limits,
        ),
      ),
    ) as unknown as OpenAPIHono;
}
