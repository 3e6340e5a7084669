import type { StreamAnswer } from '../port-messages.ts';
import { SidecarError } from './sidecar-client.ts';

/** How often a page hears that the work goes on, in milliseconds: Chrome ends a worker that is silent for 30 s. */
const signOfLifeEvery = 15_000;

/**
 * Work that a page's one message on a port asks for; what it returns is the last message.
 * @param signal aborted when the page closes the port
 */
export type PortWork = (
  message: unknown,
  signal: AbortSignal,
  onEvent: (event: unknown) => void,
) => Promise<unknown>;

/** Answers the one request of a page's port: events as they come, or one reply that may take minutes. Ends with the port. */
export function answerPort(port: chrome.runtime.Port, ready: Promise<void>, work: PortWork): void {
  const closed = new AbortController();
  const tell = (answer: StreamAnswer) => {
    if (!closed.signal.aborted) port.postMessage(answer);
  };
  port.onDisconnect.addListener(() => closed.abort());
  port.onMessage.addListener((message: unknown) => {
    void answer(message, { ready, work, signal: closed.signal, tell });
  });
}

interface Answering {
  readonly ready: Promise<void>;
  readonly work: PortWork;
  readonly signal: AbortSignal;
  readonly tell: (answer: StreamAnswer) => void;
}

async function answer(message: unknown, { ready, work, signal, tell }: Answering): Promise<void> {
  const signs = setInterval(() => tell({ type: 'working' }), signOfLifeEvery);
  try {
    await ready;
    const reply = await work(message, signal, (event) => tell({ type: 'event', event }));
    tell({ type: 'done', reply });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    tell({ type: 'failed', reason, mend: error instanceof SidecarError ? error.mend : 'Try again.' });
  } finally {
    clearInterval(signs);
  }
}
