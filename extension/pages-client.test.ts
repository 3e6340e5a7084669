import { afterEach, expect, test, vi } from 'vitest';
import { PageRequestError, request } from './pages-client.ts';

const workerAnswers = (answer: () => Promise<unknown>) =>
  vi.stubGlobal('chrome', { runtime: { sendMessage: vi.fn(answer) } });

afterEach(() => vi.unstubAllGlobals());

test('parses the answer', async () => {
  workerAnswers(async () => ({ state: 'absent', detail: 'nothing answers' }));
  expect(await request({ type: 'page/health' })).toEqual({ state: 'absent', detail: 'nothing answers' });
});

test('a refusal of the worker carries its reason and mend', async () => {
  workerAnswers(async () => ({ ok: false, reason: 'no such tab', mend: 'open the form again' }));
  await expect(request({ type: 'page/state', tabId: 1 })).rejects.toMatchObject({
    message: 'no such tab',
    mend: 'open the form again',
  });
});

test('an unknown shape and a silent worker are told as errors with a mend', async () => {
  workerAnswers(async () => ({ state: 'asleep' }));
  await expect(request({ type: 'page/health' })).rejects.toBeInstanceOf(PageRequestError);
  workerAnswers(async () => {
    throw new Error('Receiving end does not exist.');
  });
  await expect(request({ type: 'page/health' })).rejects.toMatchObject({
    mend: expect.stringContaining('open it again'),
  });
});

test('aborting rejects at once, even when no answer ever comes', async () => {
  workerAnswers(() => new Promise(() => undefined));
  const controller = new AbortController();
  const answer = request({ type: 'page/health' }, controller.signal);
  controller.abort(new Error('left the page'));
  await expect(answer).rejects.toThrow('left the page');
});
