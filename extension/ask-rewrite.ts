import { type Rewrite, rewriteSchema } from '../shared/protocol/rewrite.ts';
import { askOverPort } from './ask-over-port.ts';
import { ports, type RewriteEvent, type RewriteStream, rewriteEventSchema } from './port-messages.ts';

/**
 * Asks the worker for a rewrite of one posting. Its edits come as events before the list is measured, which may take a
 * minute the first time.
 * @throws PageRequestError when the sidecar refuses; the signal's reason when aborted, which ends the work.
 */
export type AskRewrite = (
  request: RewriteStream,
  onEvent: (event: RewriteEvent) => void,
  signal?: AbortSignal,
) => Promise<Rewrite>;

/** `AskRewrite` over chrome's ports. */
export const askRewrite: AskRewrite = async (request, onEvent, signal) =>
  rewriteSchema.parse(
    await askOverPort(ports.rewrite, request, (event) => onEvent(rewriteEventSchema.parse(event)), signal),
  );
