import type { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { estimateSchema, rewriteSchema } from '../../shared/protocol/rewrite.ts';
import { matchSchema } from '../../shared/protocol/sidecar.ts';
import { type RewriteEvent, ServiceUnavailable } from '../routes/services.ts';
import type { Services } from '../services.ts';
import { startWorker } from '../worker-thread.ts';
import { type Call, replySchema } from './worker-messages.ts';

export interface WorkerServices extends Services {
  /** Starts the thread, which loads its part of the program; the databases are opened with the first call. */
  load(): void;
  /** Ends the thread; calls under way fail. */
  close(): Promise<void>;
}

interface Pending {
  resolve(result: unknown): void;
  reject(error: Error): void;
  onEvent(event: RewriteEvent): void;
}

type CallBody = Call extends infer C ? (C extends { call: 'cancel' } ? never : Omit<C, 'id'>) : never;

/** The services, computed in a thread of their own. A thread that ends is started again by the next call. */
export function createWorkerServices(options: { directory: string; seed: number }): WorkerServices {
  const pending = new Map<number, Pending>();
  let worker: Worker | undefined;
  let lastId = 0;

  function start(): Worker {
    const started = startWorker(new URL('./services-worker.ts', import.meta.url), options);
    const fail = () => {
      if (worker === started) worker = undefined;
      const error = new ServiceUnavailable('The computation ended before it was done.', 'Try again.');
      for (const [, { reject }] of pending) reject(error);
      pending.clear();
    };
    started.on('message', receive).on('error', fail).on('exit', fail);
    return started;
  }

  function receive(message: unknown): void {
    const reply = replySchema.parse(message);
    const call = pending.get(reply.id);
    if (call === undefined) return;
    if (reply.reply === 'event') {
      call.onEvent(reply.event);
      return;
    }
    pending.delete(reply.id);
    if (reply.reply === 'result') call.resolve(reply.result);
    else if (reply.mend === undefined) call.reject(new Error(reply.message));
    else call.reject(new ServiceUnavailable(reply.message, reply.mend));
  }

  async function call<T>(
    body: CallBody,
    schema: z.ZodType<T>,
    run: { signal?: AbortSignal; onEvent?: (event: RewriteEvent) => void } = {},
  ): Promise<T> {
    run.signal?.throwIfAborted();
    worker ??= start();
    const used = worker;
    lastId += 1;
    const id = lastId;
    const cancel = () => {
      used.postMessage({ call: 'cancel', id } satisfies Call);
      const waiting = pending.get(id);
      pending.delete(id);
      waiting?.reject(run.signal?.reason);
    };
    run.signal?.addEventListener('abort', cancel, { once: true });
    try {
      const result = await new Promise((resolve, reject) => {
        pending.set(id, { resolve, reject, onEvent: run.onEvent ?? (() => undefined) });
        used.postMessage({ ...body, id });
      });
      return schema.parse(result);
    } finally {
      run.signal?.removeEventListener('abort', cancel);
    }
  }

  const within = (signal: AbortSignal | undefined) => (signal === undefined ? {} : { signal });
  return {
    matcher: {
      match: (text, k, signal) => call({ call: 'match', request: { text, k } }, matchSchema, within(signal)),
    },
    rewriter: { rewrite: (request, run) => call({ call: 'rewrite', request }, rewriteSchema, run) },
    estimator: {
      estimate: (request, signal) => call({ call: 'estimate', request }, estimateSchema, within(signal)),
    },
    measurer: {
      measure: ({ onProgress, ...run }) =>
        call({ call: 'measure' }, z.undefined(), {
          ...run,
          onEvent: (event) => {
            if (event.type === 'progress') onProgress?.(event.progress);
          },
        }),
    },
    load: () => {
      worker ??= start();
    },
    warmUp: () => call({ call: 'warm-up' }, z.undefined()),
    close: async () => {
      await worker?.terminate();
    },
  };
}
