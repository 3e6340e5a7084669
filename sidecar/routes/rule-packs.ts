import { createRoute } from '@hono/zod-openapi';
import { type AnalystReply, analystCalls } from '../../shared/protocol/analyst.ts';
import type { AppDependencies } from './dependencies.ts';
import { createRouter, replyOf, routeOf } from './route-parts.ts';

export function rulePackRoutes({ clients, store }: AppDependencies) {
  const { rulePacks } = analystCalls;
  const list = createRoute({ ...routeOf(rulePacks, clients), responses: replyOf(rulePacks, 'The packs') });
  return createRouter().openapi(list, (c) => {
    const packs: AnalystReply<'rulePacks'>['packs'] = store.rulePacks.all();
    return c.json({ packs }, 200);
  });
}
