import { Socket } from 'node:net';

const loopback = /^(127(\.\d{1,3}){3}|::1|::ffff:127(\.\d{1,3}){3}|localhost)$/;

export interface SocketGuard {
  /** Hosts beyond this machine that something tried to reach; every such try has failed. */
  readonly refused: readonly string[];
  release(): void;
}

/** Lets this thread connect to this machine only, until released. Covers `net`, `http`, `tls` and `fetch`. */
export function guardSockets(onRefused: (host: string) => void = () => undefined): SocketGuard {
  const refused: string[] = [];
  const connect = Socket.prototype.connect;
  Socket.prototype.connect = function guarded(this: Socket, ...args: unknown[]) {
    const host = hostOf(args);
    if (host !== undefined && !loopback.test(host)) {
      refused.push(host);
      onRefused(host);
      throw new Error(`A connection to ${host} was refused: only this machine may be reached.`);
    }
    return connect.apply(this, args as Parameters<Socket['connect']>);
  } as Socket['connect'];
  return {
    refused,
    release: () => {
      Socket.prototype.connect = connect;
    },
  };
}

/** The host of any form of `connect`'s arguments; undefined for a local pipe. `net` passes its own as one array. */
function hostOf(args: readonly unknown[]): string | undefined {
  const [first, second] = Array.isArray(args[0]) ? args[0] : args;
  if (typeof first === 'object' && first !== null) {
    if ('path' in first && typeof first.path === 'string') return undefined;
    return 'host' in first && typeof first.host === 'string' ? first.host : 'localhost';
  }
  return typeof second === 'string' ? second : 'localhost';
}
