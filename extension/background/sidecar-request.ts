import { z } from 'zod';
import { problemSchema } from '../../shared/protocol/problem.ts';

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

export interface SidecarAddress {
  readonly port: number;
  readonly token?: string | undefined;
}

/** A quick answer may take this long; what computes first `slow`; a large table, or what tells how far it is, `long`. Milliseconds. */
export const patience = { quick: 5_000, slow: 180_000, long: 1_800_000 };

/** @param path below the sidecar's origin, such as `/v1/health`. */
export type SendToSidecar = (
  path: string,
  init: RequestInit,
  timeout: number,
  signal?: AbortSignal,
) => Promise<Response>;

/**
 * Sends to the sidecar on this machine, with the token. A text body is JSON unless its type is said.
 * @throws SidecarError when nothing answers or the answer is a refusal; an abort throws the signal's reason.
 */
export function createSender(address: SidecarAddress, fetch: typeof globalThis.fetch): SendToSidecar {
  return async (path, init, timeout, signal) => {
    const headers = new Headers(init.headers);
    if (address.token) headers.set('Authorization', `Bearer ${address.token}`);
    if (init.body && !headers.has('Content-Type')) headers.set('Content-Type', 'application/json');
    const signals = [AbortSignal.timeout(timeout), ...(signal ? [signal] : [])];
    let response: Response;
    try {
      response = await fetch(`http://127.0.0.1:${address.port}${path}`, {
        ...init,
        headers,
        signal: AbortSignal.any(signals),
      });
    } catch (cause) {
      signal?.throwIfAborted();
      if (cause instanceof DOMException && cause.name === 'TimeoutError' && timeout > patience.quick) {
        throw new SidecarError(
          'refused',
          `The local service was not done after ${timeout / 60_000} minutes.`,
          'It may still be at work: wait a little, then try again.',
          { cause },
        );
      }
      throw new SidecarError(
        'absent',
        `The local service does not answer on port ${address.port}.`,
        'Start it with npm start, then try again.',
        { cause },
      );
    }
    if (!response.ok) throw await refusal(response);
    return response;
  };
}

/** @throws SidecarError when the sidecar answered in another shape than this version knows. */
export function parseReply<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new SidecarError(
    'refused',
    `The local service answered in a form this version does not know: ${z.prettifyError(parsed.error)}`,
    'Use the same version of the extension and of the local service.',
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

/** The error that a problem document of the sidecar describes. */
export function problemError(body: unknown): SidecarError {
  const problem = problemSchema.safeParse(body);
  if (problem.success) {
    return new SidecarError('refused', problem.data.detail, problem.data.mend ?? 'Try again.');
  }
  return new SidecarError('refused', `The local service refused: ${JSON.stringify(body)}.`, 'Try again.');
}
