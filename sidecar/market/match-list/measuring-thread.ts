import type { MatchListMeasurer } from '../../routes/services.ts';
import type { WorkerServices } from '../worker-services.ts';

export interface MeasuringThread extends MatchListMeasurer {
  close(): Promise<void>;
}

/**
 * Measures in a thread that is there only while someone waits for it: what the recruiter asks for is computed in another
 * one and never waits behind a measurement.
 */
export function createMeasuringThread(start: () => WorkerServices): MeasuringThread {
  let thread: WorkerServices | undefined;
  let waiting = 0;
  const close = async () => {
    const ended = thread;
    thread = undefined;
    await ended?.close();
  };
  return {
    async measure(run) {
      thread ??= start();
      waiting += 1;
      try {
        await thread.measurer.measure(run);
      } finally {
        waiting -= 1;
        if (waiting === 0) await close();
      }
    },
    close,
  };
}
