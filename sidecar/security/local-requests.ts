import type { MiddlewareHandler } from 'hono';
import { HttpProblem } from './http-problem.ts';

/** The extension's origin; its id is fixed by the public key in its manifest. */
export const EXTENSION_ORIGIN = 'chrome-extension://gnmhicgcoeenjpcholknalofobpcpoan';

const localHosts = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Refuses a Host header that is not this machine. A page that points its own name at 127.0.0.1 (DNS rebinding) still
 * sends that name.
 */
export function requireLocalHost(): MiddlewareHandler {
  return async (c, next) => {
    const host = c.req.header('host') ?? '';
    if (!localHosts.has(host.replace(/:\d{1,5}$/, ''))) {
      throw new HttpProblem(403, 'This service answers only under 127.0.0.1 or localhost.');
    }
    await next();
  };
}

/**
 * Refuses requests that a web page made: browsers name the page in Origin, local tools send none.
 * @param allowed origins that may call; the wildcard of CORS is never sent, so no page can read an answer either.
 */
export function requireKnownOrigin(allowed: readonly string[] = [EXTENSION_ORIGIN]): MiddlewareHandler {
  return async (c, next) => {
    const origin = c.req.header('origin');
    if (origin !== undefined && !allowed.includes(origin)) {
      throw new HttpProblem(403, 'Web pages may not call this service.', 'Use the AutoRefine extension.');
    }
    await next();
  };
}

/** For pages that the service itself serves: their own origin, or none. */
export function requireSameOrigin(): MiddlewareHandler {
  return async (c, next) => {
    const origin = c.req.header('origin');
    if (origin !== undefined && origin !== `http://${c.req.header('host')}`) {
      throw new HttpProblem(403, 'Only the sample form of this service may send here.');
    }
    await next();
  };
}
