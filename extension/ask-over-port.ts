import { type PortName, streamAnswerSchema } from './messages.ts';
import { PageRequestError } from './pages-client.ts';

/**
 * Opens a port for one request and settles with its last message; an abort closes the port, and so ends the work.
 * @throws PageRequestError when the worker refuses or stops; the signal's reason when aborted.
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
    port.onDisconnect.addListener(() =>
      reject(new PageRequestError('The background part of AutoRefine stopped.', 'Try again.')),
    );
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
