import { createRoute } from '@hono/zod-openapi';
import { healthSchema } from '../../shared/protocol/sidecar.ts';
import type { AppDependencies } from './dependencies.ts';
import { createRouter, jsonResponse, problemResponses } from './route-parts.ts';

const health = createRoute({
  method: 'get',
  path: '/health',
  summary: 'Whether the service runs; the only route without a token beside pairing',
  responses: { 200: jsonResponse(healthSchema, 'The service runs'), ...problemResponses },
});

export function healthRoutes({ store, version, models }: AppDependencies) {
  return createRouter().openapi(health, (c) =>
    c.json(
      {
        name: 'autorefine' as const,
        version,
        sample: store.settings.read().sample,
        candidates: store.candidates.count(),
        models: [...models()],
      },
      200,
    ),
  );
}
