/** Events that someone else puts in and one reader takes out, in order. */
export interface Inbox<T> {
  put(event: T): void;
  /** No more events come; those put in before are still read. */
  close(): void;
  /** Ends when the inbox is closed or the signal aborts. */
  events(): AsyncGenerator<T>;
}

export function createInbox<T>(signal: AbortSignal): Inbox<T> {
  const waiting: T[] = [];
  let closed = false;
  let wake: () => void = () => undefined;
  const close = () => {
    closed = true;
    wake();
  };
  return {
    put(event) {
      waiting.push(event);
      wake();
    },
    close,
    async *events() {
      signal.addEventListener('abort', close, { once: true });
      try {
        for (;;) {
          while (waiting.length > 0 && !signal.aborted) yield waiting.shift() as T;
          if (closed || signal.aborted) return;
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        }
      } finally {
        signal.removeEventListener('abort', close);
      }
    },
  };
}
