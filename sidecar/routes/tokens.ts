import { createRoute } from '@hono/zod-openapi';
import { analystCalls } from '../../shared/protocol/analyst.ts';
import { HttpProblem } from '../security/http-problem.ts';
import type { AppDependencies } from './dependencies.ts';
import { createRouter, problemResponses, replyOf, routeOf } from './route-parts.ts';

export function tokenRoutes({ clients, store }: AppDependencies) {
  const { tokens, revokeToken } = analystCalls;
  const list = createRoute({ ...routeOf(tokens, clients), responses: replyOf(tokens, 'The clients') });
  const revoke = createRoute({
    ...routeOf(revokeToken, clients),
    request: { params: revokeToken.inPath },
    responses: { 204: { description: 'Revoked' }, ...problemResponses },
  });
  return createRouter()
    .openapi(list, (c) =>
      c.json(
        { tokens: clients.list().map(({ hash: _, roles, ...rest }) => ({ ...rest, roles: [...roles] })) },
        200,
      ),
    )
    .openapi(revoke, (c) => {
      const client = c.get('client');
      const { id } = c.req.valid('param');
      if (id !== 'current' && id !== client.id && !client.roles.includes('analyst')) {
        throw new HttpProblem(403, 'A recruiter may revoke only the token of this request.');
      }
      const target = id === 'current' ? client.id : id;
      if (!clients.revoke(target))
        throw new HttpProblem(404, 'There is no such token.', 'List them at /v1/tokens.');
      store.auditLog.add(client.client, 'token-revoked', { token: target });
      return c.body(null, 204);
    });
}
