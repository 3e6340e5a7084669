import { createRoute, z } from '@hono/zod-openapi';
import { roleSchema } from '../../shared/protocol/sidecar.ts';
import { HttpProblem } from '../security/http-problem.ts';
import type { AppDependencies } from './dependencies.ts';
import { createRouter, forRole, jsonResponse, problemResponses } from './route-parts.ts';

const tokenSchema = z.object({
  id: z.string(),
  client: z.string(),
  roles: z.array(roleSchema),
  issuedAt: z.string(),
  lastUsedOn: z.string().optional(),
});

export function tokenRoutes({ clients, store }: AppDependencies) {
  const list = createRoute({
    method: 'get',
    path: '/tokens',
    summary: 'Paired clients',
    ...forRole('analyst', clients),
    responses: {
      200: jsonResponse(z.object({ tokens: z.array(tokenSchema) }), 'Clients, oldest first'),
      ...problemResponses,
    },
  });
  const revoke = createRoute({
    method: 'delete',
    path: '/tokens/{id}',
    summary: 'Revokes a token; `current` is the one of this request',
    ...forRole('recruiter', clients),
    request: { params: z.object({ id: z.string().max(64) }) },
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
