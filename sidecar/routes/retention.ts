import { createRoute } from '@hono/zod-openapi';
import { analystCalls } from '../../shared/protocol/analyst.ts';
import { peoplePastRetention, retentionFloors } from '../storage/retention.ts';
import type { AppDependencies } from './dependencies.ts';
import { refuseWhileTraining } from './refuse-while-training.ts';
import { createRouter, replyOf, routeOf } from './route-parts.ts';

export function retentionRoutes({ clients, store, keeper, training, now }: AppDependencies) {
  const { retention, eraseExpired } = analystCalls;
  const due = createRoute({
    ...routeOf(retention, clients),
    responses: replyOf(retention, 'How many, and the floors'),
  });
  const erase = createRoute({
    ...routeOf(eraseExpired, clients),
    responses: replyOf(eraseExpired, 'What was erased'),
  });
  return createRouter()
    .openapi(due, (c) =>
      c.json({ due: peoplePastRetention(store, now()).length, floors: retentionFloors }, 200),
    )
    .openapi(erase, async (c) => {
      const expired = peoplePastRetention(store, now());
      if (expired.length === 0) return c.json({ people: 0, folders: [], unreachable: [], stale: [] }, 200);
      refuseWhileTraining(training);
      const erasure = await keeper.erase(expired);
      const { people, folders } = erasure;
      store.auditLog.add(c.get('client').client, 'erased', {
        people,
        folders: folders.length,
        expired: true,
      });
      return c.json(erasure, 200);
    });
}
