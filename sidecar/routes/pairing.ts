import { createRoute } from '@hono/zod-openapi';
import { pairingRequestSchema, pairingSchema, roles } from '../../shared/protocol/sidecar.ts';
import { HttpProblem } from '../security/http-problem.ts';
import type { AppDependencies } from './dependencies.ts';
import { createRouter, jsonBody, jsonRequest, jsonResponse, problemResponses } from './route-parts.ts';

const pair = createRoute({
  method: 'post',
  path: '/pairing',
  summary: 'Exchanges the one-time code for a token',
  middleware: jsonBody(4096),
  request: jsonRequest(pairingRequestSchema),
  responses: { 200: jsonResponse(pairingSchema, 'The token, shown this once'), ...problemResponses },
});

export function pairingRoutes({ pairing, clients, store }: AppDependencies) {
  return createRouter().openapi(pair, (c) => {
    const { code, client } = c.req.valid('json');
    const result = pairing.redeem(code);
    if (result === 'locked') {
      const mend = 'Wait a minute, then use the new code that the service shows.';
      throw new HttpProblem(429, 'There were too many wrong codes.', mend, { 'Retry-After': '60' });
    }
    if (result === 'wrong') {
      const mend = 'Use the code that the service shows now; each is good for ten minutes and one use.';
      throw new HttpProblem(403, 'The code is wrong or has expired.', mend);
    }
    // Whoever reads the code from this machine's terminal owns the installation and so holds both roles.
    const { id, token } = clients.issue(client, roles);
    store.auditLog.add(client, 'paired', { token: id });
    return c.json({ token, role: 'analyst' as const }, 200);
  });
}
