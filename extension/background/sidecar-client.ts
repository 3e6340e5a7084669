import { editSchema } from '../../shared/protocol/edit.ts';
import {
  type Estimate,
  estimateSchema,
  progressEventSchema,
  type Rewrite,
  type RewriteRequest,
  rewriteSchema,
} from '../../shared/protocol/rewrite.ts';
import {
  type Decision,
  type Health,
  healthSchema,
  type Pairing,
  pairingSchema,
} from '../../shared/protocol/sidecar.ts';
import type { ReportFormat, RewriteEvent } from '../port-messages.ts';
import { type AnalystClient, createAnalystClient } from './analyst-client.ts';
import { serverSentEvents } from './server-sent-events.ts';
import {
  createSender,
  parseReply,
  patience,
  problemError,
  type SidecarAddress,
  SidecarError,
} from './sidecar-request.ts';

export { SidecarError, type SidecarFailure } from './sidecar-request.ts';

export interface SidecarClient {
  health(signal?: AbortSignal): Promise<Health>;
  pair(code: string, signal?: AbortSignal): Promise<Pairing>;
  /** Streams the edits and how far the measuring is; the rewrite comes last. */
  rewrite(request: RewriteRequest, run?: RewriteRun): Promise<Rewrite>;
  estimate(original: string, rewritten: string, signal?: AbortSignal): Promise<Estimate>;
  decide(decisions: readonly Decision[], signal?: AbortSignal): Promise<void>;
  /** The report under the name that the service gives it. */
  report(format: ReportFormat, signal?: AbortSignal): Promise<File>;
  /** The calls of the dashboard. */
  readonly analyst: AnalystClient;
}

export interface RewriteRun {
  readonly signal?: AbortSignal;
  readonly onEvent?: (event: RewriteEvent) => void;
}

/**
 * Talks to the sidecar on this machine. Every reply is parsed.
 * @throws SidecarError from every method; an abort throws the signal's reason.
 */
export function createSidecarClient(address: SidecarAddress, fetch: typeof globalThis.fetch): SidecarClient {
  const send = createSender(address, fetch);
  const get = (path: string, signal?: AbortSignal) =>
    send(`/v1${path}`, { method: 'GET' }, patience.quick, signal);
  const post = (path: string, body: unknown, timeout: number, signal?: AbortSignal) =>
    send(`/v1${path}`, { method: 'POST', body: JSON.stringify(body) }, timeout, signal);

  return {
    health: async (signal) => parseReply(healthSchema, await (await get('/health', signal)).json()),
    pair: async (code, signal) =>
      parseReply(
        pairingSchema,
        await (
          await post('/pairing', { code, client: 'AutoRefine extension' }, patience.quick, signal)
        ).json(),
      ),
    async rewrite(request, { signal, onEvent } = {}) {
      const response = await post('/rewrite', request, patience.long, signal);
      if (!response.body) throw interrupted();
      for await (const { event, data } of serverSentEvents(response.body)) {
        if (event === 'edit') onEvent?.({ type: 'edit', edit: parseReply(editSchema, JSON.parse(data)) });
        if (event === 'progress') {
          onEvent?.({ type: 'progress', progress: parseReply(progressEventSchema, JSON.parse(data)) });
        }
        if (event === 'done') return parseReply(rewriteSchema, JSON.parse(data));
        if (event === 'error') throw problemError(JSON.parse(data));
      }
      throw interrupted();
    },
    estimate: async (original, rewritten, signal) =>
      parseReply(
        estimateSchema,
        await (await post('/estimate', { original, rewritten }, patience.slow, signal)).json(),
      ),
    async decide(decisions, signal) {
      await post('/decisions', { decisions }, patience.quick, signal);
    },
    async report(format, signal) {
      const response = await send(`/v1/report?format=${format}`, { method: 'GET' }, patience.long, signal);
      const content = await response.blob();
      return new File([content], fileNameOf(response) ?? `autorefine-report.${format}`, {
        type: content.type,
      });
    },
    analyst: createAnalystClient(send),
  };
}

const fileNameOf = ({ headers }: Response): string | undefined =>
  headers.get('Content-Disposition')?.match(/filename="([\w.-]+)"/)?.[1];

function interrupted(): SidecarError {
  return new SidecarError(
    'refused',
    'The local service stopped before the rewrite was ready.',
    'Your text is unchanged. Try again.',
  );
}
