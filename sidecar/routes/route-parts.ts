import { OpenAPIHono, type z } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import type { AnalystCallName, AnalystCalls } from '../../shared/protocol/analyst.ts';
import { maxPostingBytes } from '../../shared/protocol/posting.ts';
import { problemSchema } from '../../shared/protocol/problem.ts';
import type { Role } from '../../shared/protocol/sidecar.ts';
import type { Clients } from '../security/clients.ts';
import { HttpProblem } from '../security/http-problem.ts';
import { limitBody, requireJson } from '../security/request-body.ts';
import { type ClientEnv, requireRole } from '../security/require-role.ts';

/** A router whose validation failures become problem documents that name the field and the reason. */
export function createRouter(): OpenAPIHono<ClientEnv> {
  return new OpenAPIHono<ClientEnv>({
    defaultHook: (result) => {
      if (result.success) return;
      const reasons = result.error.issues.map(
        (issue) => `${issue.path.join('.') || 'body'}: ${issue.message}`,
      );
      throw new HttpProblem(400, reasons.slice(0, 5).join('; '));
    },
  });
}

/** What every route of a role shares: the declaration in the OpenAPI document and the check itself. */
export function forRole(role: Role, clients: Clients, ...more: MiddlewareHandler[]) {
  return {
    security: [{ pairingToken: [role] }],
    middleware: [requireRole(role, clients), ...more],
  };
}

/** A JSON body of at most `maxSize` bytes; by default one posting. */
export function jsonBody(maxSize: number = maxPostingBytes): MiddlewareHandler[] {
  return [limitBody(maxSize), requireJson()];
}

export function jsonRequest<T extends z.ZodType>(schema: T) {
  return { body: { required: true, content: { 'application/json': { schema } } } } as const;
}

export function jsonResponse<T extends z.ZodType>(schema: T, description: string) {
  return { description, content: { 'application/json': { schema } } } as const;
}

/** What a route takes over from the table of calls: method, path, summary and role. */
export function routeOf<
  Call extends Pick<AnalystCalls[AnalystCallName], 'method' | 'route' | 'role' | 'summary'>,
>({ method, route, role, summary }: Call, clients: Clients, ...more: MiddlewareHandler[]) {
  return { method, path: route, summary, ...forRole(role, clients, ...more) };
}

/** The reply of a call of the table, and the problems that any route may answer with. */
export function replyOf<Status extends 200 | 201 | 202, Reply extends z.ZodType>(
  { status, reply }: { status: Status; reply: Reply },
  description: string,
) {
  return { [status]: jsonResponse(reply, description), ...problemResponses } as Record<
    Status,
    ReturnType<typeof jsonResponse<Reply>>
  > &
    typeof problemResponses;
}

/** Answers that any route may give instead of its own. */
export const problemResponses = {
  default: {
    description: 'A problem, with what to do about it (RFC 9457)',
    content: { 'application/problem+json': { schema: problemSchema } },
  },
} as const;
