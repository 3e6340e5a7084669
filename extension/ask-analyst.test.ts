import { afterEach, expect, test, vi } from 'vitest';
import { createAnalyst } from './ask-analyst.ts';
import { type PageRequest, pageRequestSchema } from './messages.ts';
import type { SendRequest } from './pages-client.ts';

afterEach(() => vi.unstubAllGlobals());

const nothing = (() => Promise.reject(new Error('not asked'))) as SendRequest;

/** A port whose other end is played by the test. */
function stubPort() {
  const listeners = { message: [] as ((message: unknown) => void)[], disconnect: [] as (() => void)[] };
  const port = {
    onMessage: { addListener: (listener: (message: unknown) => void) => listeners.message.push(listener) },
    onDisconnect: { addListener: (listener: () => void) => listeners.disconnect.push(listener) },
    postMessage: vi.fn(),
    disconnect: vi.fn(),
  };
  vi.stubGlobal('chrome', { runtime: { connect: () => port } });
  const tell = (message: unknown) => {
    for (const listener of listeners.message) listener(message);
  };
  const stop = () => {
    for (const listener of listeners.disconnect) listener();
  };
  return { port, tell, stop };
}

const event = { type: 'progress', done: 1, total: 2, message: 'measuring' };

test('asks through the worker and parses the reply', async () => {
  // Messages travel as JSON, and the worker knows them by the same schema.
  const send = vi.fn(async (message: PageRequest) => {
    pageRequestSchema.parse(JSON.parse(JSON.stringify(message)));
    return { ok: true, reply: { statements: [] } };
  });
  const analyst = createAnalyst(send as unknown as SendRequest);
  expect(await analyst.ask('statements', {})).toEqual({ statements: [] });
  expect(send).toHaveBeenCalledWith(
    { type: 'page/analyst', call: 'statements', parameters: {}, body: undefined },
    undefined,
  );
});

test('follows events until the last message', async () => {
  const { port, tell } = stubPort();
  const seen: unknown[] = [];
  const followed = createAnalyst(nothing).follow('trainingRunEvents', { id: 'run' }, (one) => seen.push(one));
  expect(port.postMessage).toHaveBeenCalledWith({ call: 'trainingRunEvents', parameters: { id: 'run' } });
  tell({ type: 'event', event });
  tell({ type: 'working' });
  tell({ type: 'done', reply: null });
  await followed;
  expect(seen).toEqual([event]);
  expect(port.disconnect).toHaveBeenCalled();
});

test('a refusal, a worker that stops and an abort each end it', async () => {
  const follow = (signal?: AbortSignal) =>
    createAnalyst(nothing).follow('trainingRunEvents', { id: 'run' }, () => undefined, signal);
  const refused = stubPort();
  const first = follow();
  refused.tell({ type: 'failed', reason: 'There is no such run.', mend: 'Choose another.' });
  await expect(first).rejects.toMatchObject({ message: 'There is no such run.', mend: 'Choose another.' });

  const stopped = stubPort();
  const second = follow();
  stopped.stop();
  await expect(second).rejects.toThrow(/stopped/);

  const left = stubPort();
  const controller = new AbortController();
  const third = follow(controller.signal);
  controller.abort(new Error('left the page'));
  await expect(third).rejects.toThrow('left the page');
  expect(left.port.disconnect).toHaveBeenCalled();
});

test('a slow reply is waited for over a port, through signs of life', async () => {
  const { port, tell } = stubPort();
  const retention = { due: 0, floors: [] };
  const reply = createAnalyst(nothing).waitFor('retention', {});
  expect(port.postMessage).toHaveBeenCalledWith({ call: 'retention', parameters: {} });
  for (let i = 0; i < 20; i++) tell({ type: 'working' });
  tell({ type: 'done', reply: retention });
  expect(await reply).toEqual(retention);
});
