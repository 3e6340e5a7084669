import { policyTrainingSchema, type TrainingRun } from '../../shared/protocol/training-run.ts';
import type { Settings } from '../storage/settings.ts';
import type { Store } from '../storage/store.ts';
import type { TrainingDesk } from './training-desk.ts';
import { TrainingError } from './training-error.ts';

/** Who a nightly run is said to be started by. */
export const nightlyActor = 'nightly';

/** How often the clock is looked at: well within the hour that is chosen. */
const interval = 10 * 60 * 1000;

/**
 * Whether tonight's run is to begin: the setting is on, it is the chosen hour (local time), and none was begun on this day.
 * @param runs every run so far, in any order
 */
export function isNightlyDue(
  { nightlyTraining: { on, hour } }: Pick<Settings, 'nightlyTraining'>,
  runs: readonly Pick<TrainingRun, 'startedBy' | 'createdAt'>[],
  now: Date,
): boolean {
  if (!on || now.getHours() !== hour) return false;
  const today = now.toDateString();
  return !runs.some(
    ({ startedBy, createdAt }) => startedBy === nightlyActor && new Date(createdAt).toDateString() === today,
  );
}

export interface NightlyTraining {
  stop(): void;
}

/** Begins the nightly run when it is due. One that cannot begin, as another is under way, waits for the next night. */
export function startNightlyTraining(options: {
  readonly store: Store;
  readonly training: Pick<TrainingDesk, 'start' | 'current'>;
  readonly now: () => Date;
}): NightlyTraining {
  const { store, training, now } = options;
  const timer = setInterval(() => {
    if (training.current() !== undefined) return;
    if (!isNightlyDue(store.settings.read(), store.trainingRuns.all(), now())) return;
    try {
      training.start(policyTrainingSchema.parse({ kind: 'policy' }), nightlyActor);
    } catch (error) {
      if (!(error instanceof TrainingError)) throw error;
    }
  }, interval);
  // The service lives by its server, not by this clock.
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
