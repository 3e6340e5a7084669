import { z } from 'zod';
import { problemSchema } from '../../shared/protocol/problem.ts';
import {
  type Engine,
  type Estimate,
  estimateSchema,
  type Rewrite,
  rewriteSchema,
} from '../../shared/protocol/rewrite.ts';
import {
  type Decision,
  type Health,
  healthSchema,
  type Pairing,
  pairingSchema,
  type Statement,
  statementSchema,
} from '../../shared/protocol/sidecar.ts';
import { serverSentEvents } from './server-sent-events.ts';

/** Why the sidecar could not answer: it is not there, it does not know our token, or it refused this request. */
export type SidecarFailure = 'absent' | 'unpaired' | 'refused';

export class SidecarError extends Error {
  override readonly name = 'SidecarError';
  readonly failure: SidecarFailure;
  /** What the reader can do about it. */
  readonly mend: string;
  constructor(failure: SidecarFailure, message: string, mend: string, options?: ErrorOptions) {
    super(message, options);
    this.failure = failure;
    this.mend = mend;
  }
}

export interface SidecarClient {
  health(signal?: AbortSignal): Promise<Health>;
  pair(code: string, signal?: AbortSignal): Promise<Pairing>;
  rewrite(text: string, engine: Engine, signal?: AbortSignal): Promise<Rewrite>;
  estimate(original: string, rewritten: string, signal?: AbortSignal): Promise<Estimate>;
  statements(signal?: AbortSignal): Promise<Statement[]>;
  decide(decisions: readonly Decision[], signal?: AbortSignal): Promise<void>;
  report(format: ReportFormat, signal?: AbortSignal): Promise<Blob>;
}

export type ReportFormat = 'html' | 'csv' | 'json' | 'pdf';

export interface SidecarAddress {
  readonly port: number;
  readonly token?: string | undefined;
}

/** A quick answer may take this long; a rewrite by a language model may take `slow`. Milliseconds. */
const patience = { quick: 5_000, slow: 180_000 };

/** A single person's install answers with a list or with an object that holds it. */
const statementsSchema = z.union([
  z.array(statementSchema),
  z.object({ statements: z.array(statementSchema) }).transform((reply) => reply.statements),
]);

/**
 * Talks to the sidecar on this machine. Every reply is parsed.
 * @throws SidecarError from every method; an abort throws the signal's reason.
 */
export function createSidecarClient(address: SidecarAddress, fetch: typeof globalThis.fetch): SidecarClient {
  const base = `http://127.0.0.1:${address.port}/v1`;

  async function send(path: string, init: RequestInit, timeout: number, signal?: AbortSignal) {
    const headers = new Headers(init.headers);
    if (address.token) headers.set('Authorization', `Bearer ${address.token}`);
    if (init.body) headers.set('Content-Type', 'application/json');
    const signals = [AbortSignal.timeout(timeout), ...(signal ? [signal] : [])];
    let response: Response;
    try {
      response = await fetch(`${base}${path}`, { ...init, headers, signal: AbortSignal.any(signals) });
    } catch (cause) {
      signal?.throwIfAborted();
      throw new SidecarError(
        'absent',
        `The local service does not answer on port ${address.port}.`,
        'Start it with npm start, then try again.',
        { cause },
      );
    }
    if (!response.ok) throw await refusal(response);
    return response;
  }

  const get = (path: string, signal?: AbortSignal) => send(path, { method: 'GET' }, patience.quick, signal);
  const post = (path: string, body: unknown, timeout: number, signal?: AbortSignal) =>
    send(path, { method: 'POST', body: JSON.stringify(body) }, timeout, signal);

  return {
    health: async (signal) => parse(healthSchema, await (await get('/health', signal)).json()),
    pair: async (code, signal) =>
      parse(
        pairingSchema,
        await (
          await post('/pairing', { code, client: 'AutoRefine extension' }, patience.quick, signal)
        ).json(),
      ),
    async rewrite(text, engine, signal) {
      const response = await post('/rewrite', { text, engine }, patience.slow, signal);
      if (!response.body) throw interrupted();
      for await (const { event, data } of serverSentEvents(response.body)) {
        if (event === 'done') return parse(rewriteSchema, JSON.parse(data));
        if (event === 'error') throw problemError(JSON.parse(data));
      }
      throw interrupted();
    },
    estimate: async (original, rewritten, signal) =>
      parse(
        estimateSchema,
        await (await post('/estimate', { original, rewritten }, patience.slow, signal)).json(),
      ),
    statements: async (signal) => parse(statementsSchema, await (await get('/statements', signal)).json()),
    async decide(decisions, signal) {
      await post('/decisions', { decisions }, patience.quick, signal);
    },
    report: async (format, signal) =>
      (await send(`/report?format=${format}`, { method: 'GET' }, patience.slow, signal)).blob(),
  };
}

function parse<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new SidecarError(
    'refused',
    `The local service answered in a form this version does not know: ${z.prettifyError(parsed.error)}`,
    'Use the same version of the extension and of the local service.',
  );
}

function interrupted(): SidecarError {
  return new SidecarError(
    'refused',
    'The local service stopped before the rewrite was ready.',
    'Your text is unchanged. Try again.',
  );
}

async function refusal(response: Response): Promise<SidecarError> {
  if (response.status === 401) {
    return new SidecarError(
      'unpaired',
      'The local service does not know this browser.',
      'Pair again with the code that the local service shows.',
    );
  }
  const body: unknown = await response.json().catch(() => undefined);
  return problemError(body ?? { status: response.status });
}

function problemError(body: unknown): SidecarError {
  const problem = problemSchema.safeParse(body);
  if (problem.success) {
    return new SidecarError('refused', problem.data.detail, problem.data.mend ?? 'Try again.');
  }
  return new SidecarError('refused', `The local service refused: ${JSON.stringify(body)}.`, 'Try again.');
}
