import type { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { startWorker } from '../worker-thread.ts';

/** A document that could not be read; the message says why, without quoting the document. */
export class DocumentError extends Error {
  override readonly name = 'DocumentError';
}

export interface DocumentReaderOptions {
  /** Milliseconds that one document may take. */
  readonly timeLimit?: number;
  /** Bytes by which the process may grow while one document is read. */
  readonly memoryLimit?: number;
}

export interface DocumentReader {
  /**
   * The text of a .pdf or .docx document.
   * @throws DocumentError when it is damaged, takes too long or unfolds to too much (a zip or PDF bomb).
   */
  read(bytes: Uint8Array, extension: string, signal?: AbortSignal): Promise<string>;
  close(): Promise<void>;
}

const replySchema = z.union([z.object({ text: z.string() }), z.object({ problem: z.string() })]);

/**
 * Reads documents in a worker thread, which is ended when a document takes too much time or memory: the parsers are
 * large third-party programs, and a resume comes from anyone.
 */
export function createDocumentReader(options: DocumentReaderOptions = {}): DocumentReader {
  const { timeLimit = 30_000, memoryLimit = 512 * 1024 * 1024 } = options;
  let worker: Worker | undefined;
  const end = async () => {
    await worker?.terminate();
    worker = undefined;
  };

  return {
    async read(bytes, extension, signal) {
      worker ??= startWorker(new URL('./document-worker.ts', import.meta.url));
      try {
        return await readOne(worker, { bytes, extension }, { timeLimit, memoryLimit, signal });
      } catch (error) {
        // A worker in an unknown state is never used again.
        await end();
        throw error;
      }
    },
    close: end,
  };
}

interface Limits {
  readonly timeLimit: number;
  readonly memoryLimit: number;
  readonly signal: AbortSignal | undefined;
}

function readOne(worker: Worker, request: { bytes: Uint8Array; extension: string }, limits: Limits) {
  return new Promise<string>((resolve, reject) => {
    const before = process.memoryUsage.rss();
    const fail = (why: string) => settle(() => reject(new DocumentError(why)));
    const timer = setTimeout(() => fail('reading it took too long'), limits.timeLimit);
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > limits.memoryLimit)
        fail('it unfolds to more than can be read');
    }, 50);
    const onAbort = () => settle(() => reject(limits.signal?.reason));
    const onMessage = (message: unknown) => {
      const reply = replySchema.parse(message);
      if ('text' in reply) settle(() => resolve(reply.text));
      else fail(reply.problem);
    };
    const onEnd = () => fail('it cannot be read');
    function settle(finish: () => void) {
      clearTimeout(timer);
      clearInterval(watch);
      limits.signal?.removeEventListener('abort', onAbort);
      worker.off('message', onMessage).off('error', onEnd).off('exit', onEnd);
      finish();
    }
    limits.signal?.addEventListener('abort', onAbort, { once: true });
    worker.on('message', onMessage).on('error', onEnd).on('exit', onEnd);
    worker.postMessage(request);
  });
}
