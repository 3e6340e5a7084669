/** More work is waiting than the queue takes. */
export class QueueFullError extends Error {
  override readonly name = 'QueueFullError';
}

export interface WorkQueue {
  /**
   * Runs work when its turn comes, one at a time, in order.
   * @throws QueueFullError at once when too much is waiting; whatever `work` throws; the signal's reason when it ends first
   */
  run<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T>;
  /** Work running or waiting. */
  readonly length: number;
}

/** A bounded queue: a trainer that sends faster than the machine scores is told to wait, and nothing piles up. */
export function createWorkQueue(most: number): WorkQueue {
  let length = 0;
  let last: Promise<unknown> = Promise.resolve();
  return {
    get length() {
      return length;
    },
    async run(work, signal) {
      if (length >= most) throw new QueueFullError(`${length} requests are waiting`);
      length += 1;
      const turn = last.then(() => {
        signal.throwIfAborted();
        return work();
      });
      // The next in line waits for the end of this one, however it ends.
      last = turn.then(
        () => undefined,
        () => undefined,
      );
      turn
        .finally(() => {
          length -= 1;
        })
        .catch(() => undefined);
      return Promise.race([turn, endOf(signal)]);
    },
  };
}

function endOf(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const end = () => reject(signal.reason as Error);
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
}
