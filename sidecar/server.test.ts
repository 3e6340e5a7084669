import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { type RunningServer, serveLocally, serverLimits } from './server.ts';

const running: { close(): unknown }[] = [];
afterEach(async () => {
  for (const server of running.splice(0)) await server.close();
});

async function serve(...args: Parameters<typeof serveLocally>): Promise<RunningServer> {
  const server = await serveLocally(...args);
  running.push(server);
  return server;
}

const answer = () => new Response('here');

describe('serveLocally', () => {
  it('takes the next free port when the wanted one is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    running.push({ close: () => new Promise((resolve) => other.close(resolve)) });
    const { port } = other.address() as AddressInfo;
    const server = await serve(answer, port);
    expect(server.port).toBeGreaterThan(port);
    expect(await (await fetch(`http://127.0.0.1:${server.port}`)).text()).toBe('here');
  });

  it('listens on 127.0.0.1 only', async () => {
    const server = await serve(answer, 0);
    const socket = connect(server.port, '127.0.0.2');
    const [error] = await once(socket, 'error');
    expect(error.code).toBe('ECONNREFUSED');
  });

  it('ends a request whose body never comes, and answers others meanwhile', async () => {
    const limits = {
      ...serverLimits,
      requestTimeout: 200,
      headersTimeout: 200,
      connectionsCheckingInterval: 50,
    };
    const server = await serve(async (request) => new Response(await request.text()), 0, limits);
    const slow = connect(server.port, '127.0.0.1');
    slow.write('POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n\r\nhalf');
    const ended = once(slow, 'close');
    const other = await fetch(`http://127.0.0.1:${server.port}`, { method: 'POST', body: 'whole' });
    expect(await other.text()).toBe('whole');
    slow.resume();
    await ended;
    expect(slow.destroyed).toBe(true);
  });

  it('refuses headers that never end, and answers others meanwhile', async () => {
    const server = await serve(answer, 0);
    const flood = connect(server.port, '127.0.0.1');
    flood.write('GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n');
    flood.write(`X-Padding: ${'x'.repeat(64 * 1024)}\r\n`);
    const [reply] = await once(flood, 'data');
    expect(String(reply)).toMatch(/^HTTP\/1\.1 431 /);
    expect(await (await fetch(`http://127.0.0.1:${server.port}`)).text()).toBe('here');
    flood.destroy();
  });

  it('answers with 200 idle connections open', async () => {
    const server = await serve(answer, 0);
    const idle = Array.from({ length: 200 }, () => connect(server.port, '127.0.0.1'));
    await Promise.all(idle.map((socket) => once(socket, 'connect')));
    expect(await (await fetch(`http://127.0.0.1:${server.port}`)).text()).toBe('here');
    for (const socket of idle) socket.destroy();
  });
});
