import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createAnalystClient } from './analyst-client.ts';
import { analystWork } from './analyst-work.ts';
import { answerPort } from './answer-port.ts';
import type { SidecarClient } from './sidecar-client.ts';
import { createSender } from './sidecar-request.ts';

const { withSidecar } = vi.hoisted(() => ({ withSidecar: vi.fn() }));
vi.mock('./sidecar-state.ts', () => ({ withSidecar }));

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const summary = { imported: 1, updated: 0, unchanged: 0, rejected: [] };
const retention = { due: 0, floors: [] };
/** No port goes this long without a message; Chrome ends a worker that is silent for 30 s. */
const longestSilence = 20_000;

/** A page's port, and a sidecar that answers only when the test says so. */
function pageAndSidecar() {
  let answerRequest = (_response: Response) => {};
  const asked: string[] = [];
  const signals: AbortSignal[] = [];
  const slowFetch = (url: string, { signal }: RequestInit) =>
    new Promise<Response>((resolve, reject) => {
      asked.push(url);
      if (signal) {
        signals.push(signal);
        signal.addEventListener('abort', () => reject(signal.reason));
      }
      answerRequest = resolve;
    });
  const analyst = createAnalystClient(createSender({ port: 47821 }, slowFetch as typeof fetch));
  withSidecar.mockImplementation((call: (client: SidecarClient) => unknown) =>
    call({ analyst } as SidecarClient),
  );
  vi.stubGlobal('self', { origin: 'chrome-extension://own' });
  vi.stubGlobal('fetch', async () => new Response('id,text\n1,Nurse'));
  const listeners = { message: (_message: unknown) => {}, disconnect: () => {} };
  const told: { type: string; reply?: unknown }[] = [];
  const port = {
    onMessage: {
      addListener: (listener: typeof listeners.message) => {
        listeners.message = listener;
      },
    },
    onDisconnect: {
      addListener: (listener: typeof listeners.disconnect) => {
        listeners.disconnect = listener;
      },
    },
    postMessage: (message: { type: string }) => told.push(message),
  };
  answerPort(port as unknown as chrome.runtime.Port, Promise.resolve(), analystWork);
  return {
    asked,
    signals,
    told,
    ask: (message: unknown) => listeners.message(message),
    leave: () => listeners.disconnect(),
    answer: async (reply: unknown) => {
      answerRequest(Response.json(reply));
      await vi.advanceTimersByTimeAsync(0);
    },
  };
}

const parameters = { dryRun: 'false', map: [] };
const table = { url: 'blob:chrome-extension://own/1', format: 'csv' };

test.each([
  ['an import', { call: 'importCandidates', parameters, table }, summary],
  ['a slow reply', { call: 'retention', parameters: {} }, retention],
])('%s that takes minutes keeps the port busy until it is answered', async (_, message, reply) => {
  const { ask, told, answer } = pageAndSidecar();
  ask(message);
  for (let minute = 0; minute < 10; minute++) {
    for (let passed = 0; passed < 60_000; passed += longestSilence) {
      const before = told.length;
      await vi.advanceTimersByTimeAsync(longestSilence);
      expect(told.length).toBeGreaterThan(before);
    }
  }
  expect(new Set(told.map(({ type }) => type))).toEqual(new Set(['working']));
  await answer(reply);
  expect(told.at(-1)).toEqual({ type: 'done', reply });
  const ended = told.length;
  await vi.advanceTimersByTimeAsync(10 * longestSilence);
  expect(told).toHaveLength(ended);
});

test('a page that is left ends the request, and hears nothing more', async () => {
  const { ask, leave, signals, told } = pageAndSidecar();
  ask({ call: 'retention', parameters: {} });
  await vi.advanceTimersByTimeAsync(0);
  leave();
  await vi.advanceTimersByTimeAsync(longestSilence);
  expect(signals.map(({ aborted }) => aborted)).toEqual([true]);
  expect(told).toEqual([]);
});

test('only a file of this page is sent', async () => {
  const { ask, asked, told } = pageAndSidecar();
  ask({ call: 'importCandidates', parameters, table: { ...table, url: 'blob:https://example.com/1' } });
  await vi.advanceTimersByTimeAsync(0);
  expect(asked).toEqual([]);
  expect(told).toMatchObject([{ type: 'failed', reason: 'Only a file of this page can be sent.' }]);
});
