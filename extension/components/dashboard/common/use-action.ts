import { useMemo, useState } from 'react';
import type { Failure } from '../../common/failure.ts';
import { failureOf } from '../../common/failure.ts';
import { useTask } from '../../common/use-task.ts';

export interface Action {
  readonly busy: boolean;
  readonly failure: Failure | undefined;
  /** Does `work`; a failure is kept to be shown until the next run. */
  readonly run: (work: (signal: AbortSignal) => Promise<void>) => void;
}

/** Something the reader sets off: one at a time, with its failure. */
export function useAction(): Action {
  const [state, setState] = useState<{ readonly busy: boolean; readonly failure?: Failure }>({ busy: false });
  const task = useTask();
  const run = useMemo<Action['run']>(
    () => (work) => {
      setState({ busy: true });
      task.run(
        async (signal) => {
          await work(signal);
          if (!signal.aborted) setState({ busy: false });
        },
        (error) => setState({ busy: false, failure: failureOf(error) }),
      );
    },
    [task],
  );
  return { busy: state.busy, failure: state.failure, run };
}
