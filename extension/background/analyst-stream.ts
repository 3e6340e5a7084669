import { analystCalls } from '../../shared/protocol/analyst.ts';
import { type AnalystStream, type AnalystStreamAnswer, analystStreamSchema } from '../messages.ts';
import { callNamed } from './analyst-client.ts';
import { type SidecarClient, SidecarError } from './sidecar-client.ts';
import { withSidecar } from './sidecar-state.ts';

/** How often a page hears that the work goes on, in milliseconds: Chrome ends a worker that is silent for 30 s. */
const signOfLifeEvery = 15_000;

/** Answers the one request of a page's port: events as they come, or one reply that may take minutes. Ends with the port. */
export function answerStream(port: chrome.runtime.Port, ready: Promise<void>): void {
  const closed = new AbortController();
  port.onDisconnect.addListener(() => closed.abort());
  port.onMessage.addListener((message: unknown) => {
    void answer(message, ready, closed.signal, (reply) => {
      if (!closed.signal.aborted) port.postMessage(reply);
    });
  });
}

async function answer(
  message: unknown,
  ready: Promise<void>,
  signal: AbortSignal,
  tell: (answer: AnalystStreamAnswer) => void,
): Promise<void> {
  const signs = setInterval(() => tell({ type: 'working' }), signOfLifeEvery);
  try {
    const request = analystStreamSchema.parse(message);
    await ready;
    const reply = await withSidecar((client) => run(client, request, signal, tell));
    tell({ type: 'done', reply });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    tell({ type: 'failed', reason, mend: error instanceof SidecarError ? error.mend : 'Try again.' });
  } finally {
    clearInterval(signs);
  }
}

async function run(
  { analyst }: SidecarClient,
  { call, parameters, table }: AnalystStream,
  signal: AbortSignal,
  tell: (answer: AnalystStreamAnswer) => void,
): Promise<unknown> {
  const name = callNamed(call);
  if (!table && analystCalls[name].replies !== 'events') return analyst.waitFor(name, parameters, signal);
  if (!table) {
    for await (const event of analyst.follow(name, parameters, signal)) tell({ type: 'event', event });
    return null;
  }
  if (!table.url.startsWith(`blob:${self.origin}/`)) {
    throw new SidecarError('refused', 'Only a file of this page can be sent.', 'Choose the file again.');
  }
  const file = await (await fetch(table.url, { signal })).blob();
  return analyst.sendTable(name, parameters, { file, format: table.format }, signal);
}
