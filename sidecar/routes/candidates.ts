import { createRoute } from '@hono/zod-openapi';
import { analystCalls } from '../../shared/protocol/analyst.ts';
import { HttpProblem } from '../security/http-problem.ts';
import type { AppDependencies } from './dependencies.ts';
import { refuseWhileTraining } from './refuse-while-training.ts';
import { createRouter, jsonBody, jsonRequest, replyOf, routeOf } from './route-parts.ts';

/** Counts of the pool, and one person at a time: a copy of everything kept, or its erasure. */
export function candidateRoutes({ clients, store, keeper, training }: AppDependencies) {
  const { pool, person, erasePerson } = analystCalls;
  const counts = createRoute({ ...routeOf(pool, clients), responses: replyOf(pool, 'The counts') });
  const copy = createRoute({
    ...routeOf(person, clients),
    request: { params: person.inPath },
    responses: replyOf(person, 'Everything kept about the person'),
  });
  const erase = createRoute({
    ...routeOf(erasePerson, clients, ...jsonBody(4096)),
    request: { params: erasePerson.inPath, ...jsonRequest(erasePerson.body) },
    responses: replyOf(erasePerson, 'What was erased'),
  });
  return createRouter()
    .openapi(counts, (c) =>
      c.json(
        {
          candidates: store.candidates.count(),
          postings: store.postings.count(),
          outcomes: store.outcomes.count(),
          sample: store.settings.read().sample,
          imports: store.imports.finished().map(({ kind, summary, finishedAt }) => ({
            kind,
            ...summary,
            rejected: summary.rejected.length,
            finishedAt,
          })),
        },
        200,
      ),
    )
    .openapi(copy, (c) => {
      const found = keeper.person(c.req.valid('param').id);
      if (found === undefined) throw unknownPerson();
      store.auditLog.add(c.get('client').client, 'exported', { people: 1 });
      return c.json(found, 200);
    })
    .openapi(erase, async (c) => {
      const { id } = c.req.valid('param');
      if (c.req.valid('json').confirm !== id) {
        throw new HttpProblem(422, 'The confirmation is not the id of the person.', 'Type the id again.');
      }
      refuseWhileTraining(training);
      const erasure = await keeper.erase([id]);
      if (erasure.people === 0 && erasure.unreachable.length === 0) throw unknownPerson();
      const { people, folders } = erasure;
      store.auditLog.add(c.get('client').client, 'erased', { people, folders: folders.length });
      return c.json(erasure, 200);
    });
}

const unknownPerson = () =>
  new HttpProblem(404, 'Nothing is kept about a person of this id.', 'Check the id; nothing was changed.');
