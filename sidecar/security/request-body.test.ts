import { Hono } from 'hono';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type RunningServer, serveLocally } from '../server.ts';
import { HttpProblem } from './http-problem.ts';
import { limitBody, requireJson } from './request-body.ts';

const limit = 32;

let server: RunningServer;
beforeEach(async () => {
  const app = new Hono();
  app.post('/', limitBody(limit), requireJson(), async (c) => c.json(await c.req.json()));
  app.onError((error) => new Response(null, { status: error instanceof HttpProblem ? error.status : 500 }));
  server = await serveLocally(app.fetch, 0);
});
afterEach(() => server.close());

async function send(body: string | Uint8Array<ArrayBuffer> | ReadableStream) {
  const response = await fetch(`http://127.0.0.1:${server.port}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
    ...(body instanceof ReadableStream ? { duplex: 'half' as const } : {}),
  });
  return [response.status, await response.text()];
}

/** Sent in pieces, its length is not named. */
const inPieces = (text: string) => new Blob([text]).stream();
const ofBytes = (bytes: number) => `"${'x'.repeat(bytes - 2)}"`;

it.each([
  ['a length that is named', ofBytes],
  ['no length', (bytes: number) => inPieces(ofBytes(bytes))],
])('takes a body of exactly the limit, and no byte more, with %s', async (_, bodyOf) => {
  expect(await send(bodyOf(limit))).toEqual([200, ofBytes(limit)]);
  expect(await send(bodyOf(limit + 1))).toEqual([413, '']);
});

it('reads what was sent, with and without a byte order mark, and refuses what is no UTF-8', async () => {
  expect(await send('{"a":"é"}')).toEqual([200, '{"a":"é"}']);
  expect(await send(inPieces('{"a":"é"}'))).toEqual([200, '{"a":"é"}']);
  expect(await send('\uFEFF{"a":"é"}')).toEqual([200, '{"a":"é"}']);
  expect(await send(Uint8Array.of(0x22, 0xc3, 0x22))).toEqual([400, '']);
});
