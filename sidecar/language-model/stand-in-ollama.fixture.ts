import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How the stand-in answers a chat: it writes the body itself, so that every fault can be played. */
export type Play = (response: ServerResponse, request: { readonly model: string }) => void;

export interface StandIn {
  readonly baseUrl: string;
  /** Bodies of the chats that came, in order. */
  readonly chats: readonly Record<string, unknown>[];
  /** What each copied name was copied from. */
  readonly copies: ReadonlyMap<string, string>;
  close(): Promise<void>;
}

/**
 * A server that speaks Ollama's protocol for tags, show, copy, delete and chat as recorded from 0.34: streamed chats are one JSON
 * object a line, the last with `done: true`; faults are `{"error": "…"}` with a status.
 */
export async function startStandIn(play: Play): Promise<StandIn> {
  const chats: Record<string, unknown>[] = [];
  const copies = new Map<string, string>();
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    if (request.url === '/api/tags') {
      send(response, 200, {
        models: ['small:latest', 'vectors:latest', 'big:120b-cloud'].map((name) => ({
          name,
          size: 1000,
          digest: `of ${name}`,
        })),
      });
    } else if (request.url === '/api/show') {
      const { model } = JSON.parse(body);
      send(response, 200, { capabilities: model.startsWith('vectors') ? ['embedding'] : ['completion'] });
    } else if (request.url === '/api/delete') {
      send(response, 200, {});
    } else if (request.url === '/api/copy') {
      const { source, destination } = JSON.parse(body);
      copies.set(destination, source);
      send(response, 200, {});
    } else {
      const chat = JSON.parse(body);
      chats.push(chat);
      play(response, chat);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    chats,
    copies,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

/** One streamed piece of an answer. */
export function piece(content: string, done = false): string {
  return `${JSON.stringify({ model: 'small', message: { role: 'assistant', content }, done })}\n`;
}
