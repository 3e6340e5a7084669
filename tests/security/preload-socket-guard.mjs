import { appendFileSync } from 'node:fs';
import { Socket } from 'node:net';
import { isMainThread } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

// Loaded by `--import` into a process and each of its threads before anything else. Every refused connection is written
// to a file, the first one on purpose: it proves that the guard stands in this thread.
register();
const { guardSockets } = await import('./socket-guard.ts');
const thread = isMainThread ? 'main' : 'worker';
guardSockets((host) => appendFileSync(process.env.REFUSED_CONNECTIONS, `${thread} ${host}\n`));
try {
  new Socket().connect(9, '192.0.2.1');
} catch {
  // Refused, as it must be.
}
