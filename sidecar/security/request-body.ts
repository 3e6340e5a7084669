import { isUtf8 } from 'node:buffer';
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HttpProblem } from './http-problem.ts';

/** Refuses a body over `maxSize` bytes with 413, before it is read when its length is named. */
export function limitBody(maxSize: number): MiddlewareHandler {
  return bodyLimit({
    maxSize,
    onError: () => {
      throw new HttpProblem(413, `The body is larger than ${maxSize} bytes.`, 'Send a shorter text.');
    },
  });
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
    if (!isUtf8(await c.req.arrayBuffer())) {
      throw new HttpProblem(400, 'The body is not valid UTF-8.', 'Encode the JSON as UTF-8.');
    }
    await next();
  };
}
