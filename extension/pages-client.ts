import { z } from 'zod';
import type { PageRequest } from './messages.ts';
import {
  analystAnswerSchema,
  applyResultSchema,
  estimateReplySchema,
  pageStateSchema,
  sidecarStateSchema,
  siteRowSchema,
} from './messages.ts';

/** What the worker answers to each request; requests whose answer nobody reads accept anything. */
const replySchemas = {
  'page/state': pageStateSchema,
  'page/apply': applyResultSchema,
  'page/show-finding': z.unknown(),
  'page/health': sidecarStateSchema,
  'page/pair': sidecarStateSchema,
  'page/unpair': z.unknown(),
  'page/estimate': estimateReplySchema,
  'page/analyst': analystAnswerSchema,
  'page/decisions': z.unknown(),
  'page/site': z.unknown(),
  'page/sites': z.object({ sites: z.array(siteRowSchema) }),
  'page/choose-field': z.object({ chosen: z.boolean() }),
} as const satisfies Record<PageRequest['type'], z.ZodType>;

export type PageRequestType = PageRequest['type'];
export type PageReply<T extends PageRequestType> = z.infer<(typeof replySchemas)[T]>;
export type RequestOf<T extends PageRequestType> = Extract<PageRequest, { type: T }>;

/** Sends one request to the worker and parses its answer. Components take it as a prop so that tests pass their own. */
export type SendRequest = <T extends PageRequestType>(
  message: RequestOf<T> & { type: T },
  signal?: AbortSignal,
) => Promise<PageReply<T>>;

const failureSchema = z.object({ ok: z.literal(false), reason: z.string(), mend: z.string() });

/** The worker could not answer. `message` says why, `mend` what the reader can do. */
export class PageRequestError extends Error {
  override readonly name = 'PageRequestError';
  readonly mend: string;
  constructor(message: string, mend: string, options?: ErrorOptions) {
    super(message, options);
    this.mend = mend;
  }
}

const reloadMend = 'Close this page and open it again; if that does not help, reload the extension.';

/**
 * Sends `message` through chrome's runtime messages.
 * @throws PageRequestError when the worker does not answer, refuses, or answers in a shape this version does not know.
 * @throws the signal's reason when aborted; the worker may still finish its work, its answer is dropped.
 */
export const request: SendRequest = async (message, signal) => {
  signal?.throwIfAborted();
  const answer = await raceAbort(send(message), signal);
  const schema: z.ZodType = replySchemas[message.type];
  const parsed = schema.safeParse(answer);
  if (parsed.success) return parsed.data as PageReply<typeof message.type>;
  const failure = failureSchema.safeParse(answer);
  if (failure.success) throw new PageRequestError(failure.data.reason, failure.data.mend);
  throw new PageRequestError(
    `The answer to ${message.type} has an unknown shape: ${z.prettifyError(parsed.error)}`,
    reloadMend,
  );
};

async function send(message: PageRequest): Promise<unknown> {
  try {
    return await chrome.runtime.sendMessage(message);
  } catch (cause) {
    throw new PageRequestError('The background part of AutoRefine did not answer.', reloadMend, { cause });
  }
}

/** Settles like `promise`, or rejects at once when `signal` aborts. Leaves no listener behind. */
function raceAbort<T>(promise: Promise<T>, signal?: AbortSignal): Promise<T> {
  if (!signal) return promise;
  return new Promise<T>((resolve, reject) => {
    const abort = () => reject(signal.reason);
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
