import { useEffect, useMemo, useRef } from 'react';

/** Work that a newer run replaces: the older one is aborted and its result dropped. */
export interface Task {
  readonly run: (work: (signal: AbortSignal) => Promise<void>, onError: (error: unknown) => void) => void;
  readonly cancel: () => void;
}

/** One cancellable piece of work at a time, owned by the component: leaving the page aborts it. */
export function useTask(): Task {
  const current = useRef<AbortController>(null);
  const task = useMemo<Task>(() => {
    const cancel = () => current.current?.abort();
    return {
      cancel,
      run: (work, onError) => {
        cancel();
        const controller = new AbortController();
        current.current = controller;
        work(controller.signal).catch((error: unknown) => {
          if (!controller.signal.aborted) onError(error);
        });
      },
    };
  }, []);
  useEffect(() => task.cancel, [task]);
  return task;
}
