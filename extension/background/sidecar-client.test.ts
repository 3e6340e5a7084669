import { describe, expect, test } from 'vitest';
import { createSidecarClient, SidecarError } from './sidecar-client.ts';

const health = { name: 'autorefine', version: '0.1.0', sample: true, candidates: 3, models: [] };
const answer = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status });

function client(respond: (url: string, init: RequestInit) => Response | Promise<Response>) {
  const fetch = (async (url: string, init: RequestInit) => respond(url, init)) as typeof globalThis.fetch;
  return createSidecarClient({ port: 47821, token: 'secret' }, fetch);
}

const failure = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => (error instanceof SidecarError ? error.failure : error),
  );

describe('the sidecar', () => {
  test('is asked on this machine, with the token', async () => {
    const asked: [string, string | null][] = [];
    const reply = await client((url, init) => {
      asked.push([url, new Headers(init.headers).get('authorization')]);
      return answer(health);
    }).health();
    expect(reply).toEqual(health);
    expect(asked).toEqual([['http://127.0.0.1:47821/v1/health', 'Bearer secret']]);
  });

  test('is absent when nothing answers', async () => {
    const absent = client(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await failure(absent.health())).toBe('absent');
  });

  test('may be at work for too long, which is not to be absent', async () => {
    const late = client(() => Promise.reject(new DOMException('timed out', 'TimeoutError')));
    await expect(late.report('html')).rejects.toMatchObject({
      failure: 'refused',
      message: expect.stringContaining('not done after 30 minutes'),
    });
    expect(await failure(late.health())).toBe('absent');
  });

  test('may not know the token any more', async () => {
    const revoked = client(() => answer({}, 401));
    expect(await failure(revoked.estimate('a', 'b'))).toBe('unpaired');
  });

  test('says itself why it refuses', async () => {
    const problem = {
      type: 'x',
      title: 'Too long',
      status: 413,
      detail: 'The text is too long.',
      mend: 'Shorten it.',
    };
    await expect(client(() => answer(problem, 413)).estimate('a', 'b')).rejects.toMatchObject({
      message: 'The text is too long.',
      mend: 'Shorten it.',
    });
  });

  test('is not believed when its answer has another shape', async () => {
    expect(await failure(client(() => answer({ ...health, name: 'other' })).health())).toBe('refused');
  });

  test.each([
    [
      { 'Content-Disposition': 'attachment; filename="autorefine-report-2026-11-23.csv.zip"' },
      'autorefine-report-2026-11-23.csv.zip',
    ],
    [{ 'Content-Disposition': 'attachment; filename="../other.csv"' }, 'autorefine-report.csv'],
    [{}, 'autorefine-report.csv'],
  ])('names the report as the service does: %j', async (headers, name) => {
    const file = await client(() => new Response('a,b', { headers })).report('csv');
    expect([file.name, await file.text()]).toEqual([name, 'a,b']);
  });

  test('streams a rewrite', async () => {
    const rewrite = { text: 'b', edits: [], refused: [], notes: [] };
    const edit = { start: 0, end: 1, before: 'a', after: 'b', source: 'curated' };
    const progress = { done: 1, total: 2, message: '…' };
    const stream = [
      ['edit', edit],
      ['progress', progress],
      ['done', rewrite],
    ].map(([event, data]) => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    const events: unknown[] = [];
    const onEvent = (event: unknown) => events.push(event);
    const reply = client(() => new Response(stream.join(''))).rewrite(
      { text: 'a', engine: 'policy' },
      { onEvent },
    );
    expect(await reply).toEqual(rewrite);
    expect(events).toEqual([
      { type: 'edit', edit },
      { type: 'progress', progress },
    ]);
  });

  test('that stops in the middle of a rewrite loses nothing', async () => {
    const stream = 'event: progress\ndata: {"done":1,"total":2,"message":"…"}\n\n';
    await expect(client(() => new Response(stream)).rewrite({ text: 'a', engine: 'policy' })).rejects.toThrow(
      /before the rewrite was ready/,
    );
  });
});
