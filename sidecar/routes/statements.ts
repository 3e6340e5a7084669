import { createRoute, z } from '@hono/zod-openapi';
import { statementSchema } from '../../shared/protocol/sidecar.ts';
import { HttpProblem } from '../security/http-problem.ts';
import type { AppDependencies } from './dependencies.ts';
import {
  createRouter,
  forRole,
  jsonBody,
  jsonRequest,
  jsonResponse,
  problemResponses,
} from './route-parts.ts';

export function statementRoutes({ clients, store }: AppDependencies) {
  const list = createRoute({
    method: 'get',
    path: '/statements',
    summary: 'Sentences about the company that its own people entered as true',
    ...forRole('recruiter', clients),
    responses: {
      200: jsonResponse(z.object({ statements: z.array(statementSchema) }), 'The statements'),
      ...problemResponses,
    },
  });
  const save = createRoute({
    method: 'put',
    path: '/statements/{id}',
    summary: 'Adds or changes a statement',
    ...forRole('analyst', clients, ...jsonBody(4096)),
    request: {
      params: z.object({ id: z.string().min(1).max(100) }),
      ...jsonRequest(statementSchema.omit({ id: true })),
    },
    responses: { 200: jsonResponse(statementSchema, 'The statement as kept'), ...problemResponses },
  });
  const remove = createRoute({
    method: 'delete',
    path: '/statements/{id}',
    summary: 'Removes a statement',
    ...forRole('analyst', clients),
    request: { params: z.object({ id: z.string().max(100) }) },
    responses: { 204: { description: 'Removed' }, ...problemResponses },
  });
  return createRouter()
    .openapi(list, (c) => c.json({ statements: store.statements.all() }, 200))
    .openapi(save, (c) => {
      const statement = { id: c.req.valid('param').id, ...c.req.valid('json') };
      store.statements.save(statement);
      store.auditLog.add(c.get('client').client, 'statements-changed', { statement: statement.id });
      return c.json(statement, 200);
    })
    .openapi(remove, (c) => {
      const { id } = c.req.valid('param');
      if (!store.statements.remove(id)) throw new HttpProblem(404, 'There is no such statement.');
      store.auditLog.add(c.get('client').client, 'statements-changed', { removed: id });
      return c.body(null, 204);
    });
}
