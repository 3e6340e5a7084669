import { createRoute } from '@hono/zod-openapi';
import { analystCalls } from '../../shared/protocol/analyst.ts';
import type { AppDependencies } from './dependencies.ts';
import { createRouter, replyOf, routeOf } from './route-parts.ts';

export function backupRoutes({ clients, store, keeper }: AppDependencies) {
  const { backups, backUp } = analystCalls;
  const list = createRoute({ ...routeOf(backups, clients), responses: replyOf(backups, 'The backups') });
  const make = createRoute({ ...routeOf(backUp, clients), responses: replyOf(backUp, 'The new backup') });
  return createRouter()
    .openapi(list, (c) => c.json({ backups: keeper.backups() }, 200))
    .openapi(make, async (c) => {
      const backup = await keeper.backUp();
      store.auditLog.add(c.get('client').client, 'backed-up', {});
      return c.json(backup, 201);
    });
}
