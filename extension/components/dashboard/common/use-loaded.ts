import { useCallback, useEffect, useState } from 'react';
import type { Failure } from '../../common/failure.ts';
import { failureOf } from '../../common/failure.ts';
import { useTask } from '../../common/use-task.ts';

export type Loaded<T> =
  | { readonly status: 'loading' }
  | { readonly status: 'loaded'; readonly value: T }
  | { readonly status: 'failed'; readonly failure: Failure };

export interface Loading<T> {
  readonly state: Loaded<T>;
  /** Loads anew; what was loaded stays until the answer is there. */
  readonly reload: () => void;
}

/** What `load` gives, loaded when the component appears and whenever `load` is another function. */
export function useLoaded<T>(load: (signal: AbortSignal) => Promise<T>): Loading<T> {
  const [state, setState] = useState<Loaded<T>>({ status: 'loading' });
  const task = useTask();
  const reload = useCallback(() => {
    setState((before) => (before.status === 'failed' ? { status: 'loading' } : before));
    task.run(
      async (signal) => {
        const value = await load(signal);
        signal.throwIfAborted();
        setState({ status: 'loaded', value });
      },
      (error) => setState({ status: 'failed', failure: failureOf(error) }),
    );
  }, [load, task]);
  useEffect(reload, [reload]);
  return { state, reload };
}
