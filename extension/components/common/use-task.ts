import { useCallback, useEffect, useRef } from 'react';

/** Work that a newer run replaces: the older one is aborted and its result dropped. */
export interface Task {
  readonly run: (work: (signal: AbortSignal) => Promise<void>, onError: (error: unknown) => void) => void;
  readonly cancel: () => void;
}

/** One cancellable piece of work at a time, owned by the component: leaving the page aborts it. */
export function useTask(): Task {
  const current = useRef<AbortController>(null);
  const cancel = useCallback(() => current.current?.abort(), []);
  useEffect(() => cancel, [cancel]);
  const run = useCallback<Task['run']>(
    (work, onError) => {
      cancel();
      const controller = new AbortController();
      current.current = controller;
      work(controller.signal).catch((error: unknown) => {
        if (!controller.signal.aborted) onError(error);
      });
    },
    [cancel],
  );
  return { run, cancel };
}
