import type { MiddlewareHandler } from 'hono';
import type { Role } from '../../shared/protocol/sidecar.ts';
import type { StoredToken } from '../storage/tokens.ts';
import type { Clients } from './clients.ts';
import { HttpProblem } from './http-problem.ts';

/** What a route finds in its context once a role was required. */
export interface ClientEnv {
  Variables: { client: StoredToken };
}

/** Lets a request pass only with the token of a client that holds the role. */
export function requireRole(role: Role, clients: Clients): MiddlewareHandler<ClientEnv> {
  return async (c, next) => {
    const client = clients.recognise(c.req.header('authorization'));
    if (client === undefined) {
      throw new HttpProblem(
        401,
        'This program is not paired with the service.',
        'Pair it with the code that the service shows.',
        { 'WWW-Authenticate': 'Bearer' },
      );
    }
    if (!client.roles.includes(role)) {
      throw new HttpProblem(403, `This needs the ${role} role; the token holds ${client.roles.join(', ')}.`);
    }
    c.set('client', client);
    await next();
  };
}
