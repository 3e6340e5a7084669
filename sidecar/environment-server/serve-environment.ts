import { createServer, type Server } from 'node:http';
import { createAdaptorServer, type WebSocketServerLike } from '@hono/node-server';
import { WebSocketServer } from 'ws';
import { isLoopbackHost } from '../recommender/loopback.ts';
import { type RunningServer, serverLimits, toRunningServer } from '../server.ts';
import { environmentLimits } from './dependencies.ts';

export interface BindOptions {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** Said by the person who starts it: requests and token then travel unencrypted over the network. */
  readonly allowOtherMachines: boolean;
}

/**
 * Serves on the address, and on no other port when it is taken: trainers are configured with it.
 * @throws Error when the address is not of this machine alone and that was not allowed, or when the port is taken
 */
export async function serveEnvironment(
  fetch: (request: Request, bindings?: object) => Response | Promise<Response>,
  { host, port, allowOtherMachines }: BindOptions,
): Promise<RunningServer> {
  if (!isLoopbackHost(host) && !allowOtherMachines) {
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
  return toRunningServer(server, () => {
    for (const socket of sockets.clients) socket.terminate();
  });
}
