import type { Context } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { ProblemAnswer } from './answer-of-error.ts';

/** An answer as an RFC 9457 document. */
export function problemResponse(c: Context, { document, headers }: ProblemAnswer): Response {
  return c.body(JSON.stringify(document), document.status as 400, {
    ...headers,
    'Content-Type': 'application/problem+json',
  });
}

/** The pattern of the route that answered, so that no path as sent ever reaches the log. */
export function patternOf(c: Context): string {
  return matchedRoutes(c).findLast(({ path }) => !path.endsWith('*'))?.path ?? 'none';
}
