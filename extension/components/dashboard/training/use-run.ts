import { useCallback, useEffect, useState } from 'react';
import type { Analyst } from '../../../ask-analyst.ts';
import type { Failure } from '../../common/failure.ts';
import { failureOf } from '../../common/failure.ts';
import { useTask } from '../../common/use-task.ts';
import { afterEvent, isUnderWay, type ShownRun } from './run-events.ts';

export interface FollowedRun {
  /** `undefined` until it is loaded. */
  readonly shown: ShownRun | undefined;
  readonly failure: Failure | undefined;
  /** Loads the run anew and follows it while it is under way. */
  readonly follow: () => void;
}

/** A training run, live while it is under way. `onEnded` is called when it stops being so. */
export function useRun(analyst: Analyst, id: string, onEnded: () => void): FollowedRun {
  const [shown, setShown] = useState<ShownRun>();
  const [failure, setFailure] = useState<Failure>();
  const task = useTask();
  const follow = useCallback(() => {
    setFailure(undefined);
    task.run(
      async (signal) => {
        const load = async () => {
          const run = await analyst.ask('trainingRun', { parameters: { id } }, signal);
          signal.throwIfAborted();
          setShown({ run });
          return run;
        };
        if (!isUnderWay(await load())) return;
        await analyst.follow(
          'trainingRunEvents',
          { id },
          (event) => setShown((before) => before && afterEvent(before, event)),
          signal,
        );
        await load();
        onEnded();
      },
      (error) => setFailure(failureOf(error)),
    );
  }, [analyst, id, onEnded, task]);
  useEffect(follow, [follow]);
  return { shown, failure, follow };
}
