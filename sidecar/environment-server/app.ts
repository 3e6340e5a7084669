import { createRoute, type OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { answerOf, type ProblemAnswer } from '../routes/answer-of-error.ts';
import { patternOf, problemResponse } from '../routes/problem-response.ts';
import {
  createRouter,
  jsonBody,
  jsonRequest,
  jsonResponse,
  problemResponses,
} from '../routes/route-parts.ts';
import { HttpProblem, problemDocument } from '../security/http-problem.ts';
import { requireKnownOrigin, requireLocalHost } from '../security/local-requests.ts';
import type { ServiceLog } from '../security/service-log.ts';
import {
  remoteRewardRequestSchema,
  remoteRewardResponseSchema,
  scoreRequestSchema,
  scoreResponseSchema,
} from './contract.ts';
import { type EnvironmentDependencies, type EnvironmentLimits, environmentLimits } from './dependencies.ts';
import { openEnvironmentRoutes } from './open-environment.ts';
import { readRemoteReward, remoteRewards } from './remote-reward.ts';
import type { Scorer } from './scorer.ts';
import { requireToken } from './token.ts';
import { createTurns, type ScoreInTurn } from './turns.ts';
import { QueueFullError } from './work-queue.ts';

/** The training environment over HTTP. Stateless: what a request needs is in it, so any number of processes may share an address. */
export function createEnvironmentApp(dependencies: EnvironmentDependencies) {
  const { scorer, token, log, otherMachines = false } = dependencies;
  const limits = { ...environmentLimits, ...dependencies.limits };
  const scoreInTurn = createTurns(scorer, limits);

  const app = createRouter();
  if (!otherMachines) app.use(requireLocalHost());
  app.use(requireKnownOrigin([]));
  // Clients wait for this one before they know whether anything else works.
  app.get('/health', (c) => c.json({ status: 'healthy' }));
  app.use(requireToken(token));
  app.route('/', rewardRoutes(scorer, scoreInTurn, limits));
  app.route('/', openEnvironmentRoutes(dependencies, scoreInTurn, limits));
  app.notFound(() => {
    throw new HttpProblem(404, 'There is nothing at this address.', 'docs/scale.md lists the routes.');
  });
  app.onError((error, c) => problemResponse(c, problemOf(error, c, log)));
  return app;
}

function rewardRoutes(scorer: Scorer, scoreInTurn: ScoreInTurn, limits: EnvironmentLimits): OpenAPIHono {
  const score = createRoute({
    method: 'post',
    path: '/v1/environment/score',
    summary: 'Rewards of rewrites, with their parts. Idempotent.',
    middleware: jsonBody(limits.body),
    request: jsonRequest(scoreRequestSchema),
    responses: {
      200: jsonResponse(scoreResponseSchema, 'One result an item, in order'),
      ...problemResponses,
    },
  });
  const remoteReward = (path: string) =>
    createRoute({
      method: 'post',
      path,
      summary: 'The remote-reward form of OpenRLHF',
      middleware: jsonBody(limits.body),
      request: jsonRequest(remoteRewardRequestSchema),
      responses: { 200: jsonResponse(remoteRewardResponseSchema, 'One reward a query'), ...problemResponses },
    });
  return createRouter()
    .openapi(score, async (c) => {
      const { items, fold, seed, timeout } = c.req.valid('json');
      const results = await scoreInTurn(items, { fold, seed, seconds: timeout, client: c.req.raw.signal });
      const { recommender, synthetic } = scorer;
      return c.json({ results, recommender, synthetic, fold }, 200);
    })
    .openapi(remoteReward('/get_reward'), async (c) => {
      const { items, fold } = readRemoteReward(c.req.valid('json'));
      const results = await scoreInTurn(items, { fold, seed: 1, client: c.req.raw.signal });
      return c.json(remoteRewards(results), 200);
    }) as OpenAPIHono;
}

function problemOf(error: unknown, c: Context, log: ServiceLog): ProblemAnswer {
  if (error instanceof QueueFullError) {
    const mend = 'Wait for the seconds in Retry-After and send the same request again; nothing is lost.';
    return {
      document: problemDocument(429, 'Too much is waiting to be scored.', mend),
      headers: { 'Retry-After': '1' },
    };
  }
  if (c.req.raw.signal.aborted) {
    return { document: problemDocument(499, 'The client closed the connection.'), headers: {} };
  }
  if (error instanceof DOMException && error.name === 'TimeoutError') {
    const mend = 'Send fewer rewrites at a time, or start more processes.';
    return { document: problemDocument(504, 'The time of this request is over.', mend), headers: {} };
  }
  return answerOf(error, patternOf(c), log);
}
