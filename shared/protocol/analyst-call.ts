import { z } from 'zod';
import type { Role } from './sidecar.ts';

/**
 * How a body or a reply travels: `json`; `table`, a streamed CSV or JSON Lines body; `events`, server-sent events of which
 * `reply` is one; `nothing`, no body, or status 204.
 */
export type CallForm = 'json' | 'table' | 'events' | 'nothing';

/** One call to the sidecar as it is written down in the table; `path` has `{name}` where a parameter stands. */
interface CallDefinition<Path extends z.ZodObject, Query extends z.ZodObject, Body, Reply, Status> {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  readonly route: string;
  readonly role?: Role;
  readonly summary: string;
  readonly inPath?: Path;
  readonly inQuery?: Query;
  readonly sends?: CallForm;
  readonly body?: Body;
  readonly replies?: CallForm;
  /** Status of a reply that is no problem. */
  readonly status?: Status;
  readonly reply: Reply;
}

export const noParameters = z.object({});
export const noContent = z.null();

/**
 * A call with everything both sides need: the sidecar makes its route of it, the extension sends it and reads its reply.
 * `parameters` are those of the path and of the query together; `path` fills them in, below the sidecar's origin.
 */
export function defineCall<
  Reply extends z.ZodType,
  Path extends z.ZodObject = typeof noParameters,
  Query extends z.ZodObject = typeof noParameters,
  Body extends z.ZodType | undefined = undefined,
  Status extends 200 | 201 | 202 = 200,
>(definition: CallDefinition<Path, Query, Body, Reply, Status>) {
  const { method, route, role = 'analyst', summary, reply } = definition;
  const inPath = (definition.inPath ?? noParameters) as Path;
  const inQuery = (definition.inQuery ?? noParameters) as Query;
  const body = definition.body as Body;
  const parameters = z.object({ ...inPath.shape, ...inQuery.shape } as Path['shape'] & Query['shape']);
  return {
    method,
    route,
    role,
    summary,
    inPath,
    inQuery,
    sends: definition.sends ?? (body === undefined ? 'nothing' : 'json'),
    body,
    replies: definition.replies ?? ((reply as z.ZodType) === noContent ? 'nothing' : 'json'),
    status: (definition.status ?? 200) as Status,
    reply,
    parameters,
    path: (values: z.input<typeof parameters>): string => fillIn(route, values),
  };
}

/** Parameters named in the route stand there; the others follow as the query, one pair for each value of an array. */
function fillIn(route: string, parameters: Readonly<Record<string, unknown>>): string {
  const path = route.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(parameters[name])),
  );
  const query = Object.entries(parameters)
    .filter(([name, value]) => value !== undefined && !route.includes(`{${name}}`))
    .flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((one) => [name, String(one)]));
  return query.length === 0 ? `/v1${path}` : `/v1${path}?${new URLSearchParams(query)}`;
}
