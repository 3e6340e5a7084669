import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';

/** Limits against slow and idle connections, in milliseconds unless named otherwise. */
export interface ServerLimits {
  readonly headersTimeout: number;
  /** For a whole request with its body; a table of candidates streams over loopback well within it. */
  readonly requestTimeout: number;
  readonly connectionsCheckingInterval: number;
  readonly maxConnections: number;
}

export const serverLimits: ServerLimits = {
  headersTimeout: 10_000,
  requestTimeout: 120_000,
  connectionsCheckingInterval: 2_000,
  maxConnections: 512,
};

export interface RunningServer {
  readonly port: number;
  /** Ends every connection, then the server. */
  close(): Promise<void>;
}

/** The service listens here and nowhere else; no option changes it. */
export const host = '127.0.0.1';
/** Ports that are tried after the wanted one when it is taken. */
const nextPorts = 20;

/**
 * Serves on the wanted port of 127.0.0.1 or, when it is taken, on the next free one of the twenty after it.
 * @param port 0 lets the system choose.
 * @throws Error that names the ports tried and the mend.
 */
export async function serveLocally(
  fetch: (request: Request) => Response | Promise<Response>,
  port: number,
  limits: ServerLimits = serverLimits,
): Promise<RunningServer> {
  const { maxConnections, ...serverOptions } = limits;
  for (let tried = port; tried <= port + nextPorts; tried += 1) {
    const server = createAdaptorServer({ fetch, createServer, serverOptions }) as Server;
    server.maxConnections = maxConnections;
    if (await listens(server, tried)) return toRunningServer(server);
    if (port === 0) break;
  }
  throw new Error(
    `Ports ${port} to ${port + nextPorts} on ${host} are all taken. Name a free one with --port.`,
  );
}

function listens(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(false);
      else
        reject(new Error(`The service cannot listen on ${host}:${port}: ${error.message}`, { cause: error }));
    });
    server.listen(port, host, () => resolve(true));
  });
}

/** @param closeMore ends what is no longer the server's own, such as upgraded connections. */
export function toRunningServer(server: Server, closeMore: () => void = () => undefined): RunningServer {
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
        closeMore();
      }),
  };
}
