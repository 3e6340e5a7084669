import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HttpProblem } from './http-problem.ts';

/**
 * Refuses a body over `maxSize` bytes with 413, before it is read when its length is named. Such a length is that of the body,
 * or the connection fails (RFC 9112, 6.3): a web stream, which costs more than the rest of a request, is made for others only.
 */
export function limitBody(maxSize: number): MiddlewareHandler {
  const tooLarge = () => {
    throw new HttpProblem(413, `The body is larger than ${maxSize} bytes.`, 'Send a shorter text.');
  };
  const countBytes = bodyLimit({ maxSize, onError: tooLarge });
  return async (c, next) => {
    const length = c.req.header('content-length');
    if (length === undefined || c.req.header('transfer-encoding') !== undefined) return countBytes(c, next);
    if (Number(length) > maxSize) tooLarge();
    return next();
  };
}

/**
 * Refuses a body that is not JSON by its type or not UTF-8 by its bytes. Malformed UTF-8 would otherwise be replaced
 * silently, and offsets would point at a text that nobody wrote.
 */
export function requireJson(): MiddlewareHandler {
  return async (c, next) => {
    if (!/^application\/json\b/i.test(c.req.header('content-type') ?? '')) {
      throw new HttpProblem(415, 'The body must be JSON.', 'Send the header Content-Type: application/json.');
    }
    const text = decoded(await c.req.arrayBuffer());
    // Whoever parses it finds it decoded, where it would otherwise be read through a stream once more. Hono keeps promises there.
    Object.assign(c.req.bodyCache, { text: Promise.resolve(text) });
    await next();
  };
}

function decoded(body: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw new HttpProblem(400, 'The body is not valid UTF-8.', 'Encode the JSON as UTF-8.');
  }
}
