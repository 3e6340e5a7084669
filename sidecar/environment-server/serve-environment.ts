import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer, type WebSocketServerLike } from '@hono/node-server';
import { WebSocketServer } from 'ws';
import { type RunningServer, serverLimits } from '../server.ts';
import { environmentLimits } from './dependencies.ts';

const loopback = /^(?:127(?:\.\d{1,3}){3}|localhost|::1)$/;

export interface BindOptions {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** Said by the person who starts it: requests and token then travel unencrypted over the network. */
  readonly allowOtherMachines: boolean;
}

/** Whether only programs on this machine can reach the address. */
export function isLoopback(host: string): boolean {
  return loopback.test(host);
}

/**
 * Serves on the address, and on no other port when it is taken: trainers are configured with it.
 * @throws Error when the address is not of this machine alone and that was not allowed, or when the port is taken
 */
export async function serveEnvironment(
  fetch: (request: Request, bindings?: object) => Response | Promise<Response>,
  { host, port, allowOtherMachines }: BindOptions,
): Promise<RunningServer> {
  if (!isLoopback(host) && !allowOtherMachines) {
    throw new Error(
      `${host} can be reached from other machines, and what is sent there is not encrypted. Use 127.0.0.1 behind a TLS proxy, or allow it with --allow-other-machines.`,
    );
  }
  const { maxConnections, ...serverOptions } = serverLimits;
  const sockets = new WebSocketServer({ noServer: true, maxPayload: environmentLimits.body });
  const server = createAdaptorServer({
    fetch,
    createServer,
    serverOptions,
    // The two types differ in nothing but exact optional properties.
    websocket: { server: sockets as WebSocketServerLike },
  }) as Server;
  server.maxConnections = maxConnections;
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause) => {
      reject(
        new Error(
          `The environment cannot listen on ${host}:${port}: ${cause.message}. Name another --port.`,
          {
            cause,
          },
        ),
      );
    });
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
        // An upgraded connection is no longer the HTTP server's.
        for (const socket of sockets.clients) socket.terminate();
      }),
  };
}
