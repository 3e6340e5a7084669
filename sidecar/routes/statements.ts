import { createRoute } from '@hono/zod-openapi';
import { analystCalls } from '../../shared/protocol/analyst.ts';
import { HttpProblem } from '../security/http-problem.ts';
import type { AppDependencies } from './dependencies.ts';
import { createRouter, jsonBody, jsonRequest, problemResponses, replyOf, routeOf } from './route-parts.ts';

export function statementRoutes({ clients, store }: AppDependencies) {
  const { statements, saveStatement, removeStatement } = analystCalls;
  const list = createRoute({
    ...routeOf(statements, clients),
    responses: replyOf(statements, 'The statements'),
  });
  const save = createRoute({
    ...routeOf(saveStatement, clients, ...jsonBody(4096)),
    request: { params: saveStatement.inPath, ...jsonRequest(saveStatement.body) },
    responses: replyOf(saveStatement, 'The statement as kept'),
  });
  const remove = createRoute({
    ...routeOf(removeStatement, clients),
    request: { params: removeStatement.inPath },
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
