import { PageRequestError } from './pages-client.ts';
import { type PortName, streamAnswerSchema } from './port-messages.ts';

/** The worker went away before it answered; nothing is known of its work, and a second try starts it again. */
export class WorkerStoppedError extends PageRequestError {
  constructor() {
    super('The background part of AutoRefine stopped.', 'Try again.');
  }
}

/**
 * Opens a port for one request and settles with its last message; an abort closes the port, and so ends the work.
 * @throws PageRequestError when the worker refuses, WorkerStoppedError when it stops; the signal's reason when aborted.
 */
export function askOverPort(
  name: PortName,
  request: unknown,
  onEvent: (event: unknown) => void,
  signal?: AbortSignal,
): Promise<unknown> {
  signal?.throwIfAborted();
  const port = chrome.runtime.connect({ name });
  const ended = new AbortController();
  return new Promise<unknown>((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { signal: ended.signal });
    port.onDisconnect.addListener(() => reject(new WorkerStoppedError()));
    port.onMessage.addListener((message: unknown) => {
      try {
        const answer = streamAnswerSchema.parse(message);
        if (answer.type === 'event') onEvent(answer.event);
        if (answer.type === 'done') resolve(answer.reply);
        if (answer.type === 'failed') reject(new PageRequestError(answer.reason, answer.mend));
      } catch (error) {
        reject(error);
      }
    });
    port.postMessage(request);
  }).finally(() => {
    ended.abort();
    port.disconnect();
  });
}
