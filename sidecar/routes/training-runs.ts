import { createRoute, z } from '@hono/zod-openapi';
import { streamSSE } from 'hono/streaming';
import { analystCalls } from '../../shared/protocol/analyst.ts';
import { readRun } from '../training-jobs/read-run.ts';
import { UnknownRunError } from '../training-jobs/training-error.ts';
import type { AppDependencies } from './dependencies.ts';
import { createRouter, jsonBody, jsonRequest, problemResponses, replyOf, routeOf } from './route-parts.ts';

export function trainingRunRoutes({ clients, store, training }: AppDependencies) {
  const { trainingRuns, startTraining, trainingRun, trainingRunEvents, stopTraining, resumeTraining } =
    analystCalls;
  const list = createRoute({
    ...routeOf(trainingRuns, clients),
    responses: replyOf(trainingRuns, 'The runs'),
  });
  const start = createRoute({
    ...routeOf(startTraining, clients, ...jsonBody(4096)),
    request: jsonRequest(startTraining.body),
    responses: replyOf(startTraining, 'The run, which goes on by itself'),
  });
  const detail = createRoute({
    ...routeOf(trainingRun, clients),
    request: { params: trainingRun.inPath },
    responses: replyOf(trainingRun, 'The run'),
  });
  const events = createRoute({
    ...routeOf(trainingRunEvents, clients),
    request: { params: trainingRunEvents.inPath },
    responses: {
      200: {
        description: 'Server-sent events run, epoch and progress, until the run is no longer under way',
        content: { 'text/event-stream': { schema: z.string() } },
      },
      ...problemResponses,
    },
  });
  const stop = createRoute({
    ...routeOf(stopTraining, clients),
    request: { params: stopTraining.inPath },
    responses: replyOf(stopTraining, 'The run, stopped'),
  });
  const resume = createRoute({
    ...routeOf(resumeTraining, clients),
    request: { params: resumeTraining.inPath },
    responses: replyOf(resumeTraining, 'The run, which goes on by itself'),
  });

  function requireRun(id: string) {
    const run = readRun(store, id);
    if (run === undefined) throw new UnknownRunError('There is no training run of this id.');
    return run;
  }

  return createRouter()
    .openapi(list, (c) => c.json({ runs: store.trainingRuns.all() }, 200))
    .openapi(start, (c) => c.json(training.start(c.req.valid('json'), c.get('client').client), 202))
    .openapi(detail, (c) => {
      const run = requireRun(c.req.valid('param').id);
      if (run.record !== undefined) {
        store.auditLog.add(c.get('client').client, 'figures-seen', { run: run.id });
      }
      return c.json(run, 200);
    })
    .openapi(events, (c) => {
      const { id } = requireRun(c.req.valid('param').id);
      return streamSSE(c, async (stream) => {
        const cancel = new AbortController();
        stream.onAbort(() => cancel.abort());
        for await (const event of training.watch(id, cancel.signal)) {
          await stream.writeSSE({ event: event.type, data: JSON.stringify(event) });
        }
      });
    })
    .openapi(stop, async (c) =>
      c.json(await training.stop(c.req.valid('param').id, c.get('client').client), 200),
    )
    .openapi(resume, (c) => c.json(training.resume(c.req.valid('param').id, c.get('client').client), 202));
}
