import type {
  TrainingEvent,
  TrainingRun,
  TrainingRunDetail,
} from '../../../../shared/protocol/training-run.ts';

/** A run as the page shows it: what the service said last, and how far the present step is. */
export interface ShownRun {
  readonly run: TrainingRunDetail;
  readonly progress?: Omit<Extract<TrainingEvent, { type: 'progress' }>, 'type'>;
}

/** Whether the run goes on by itself, so that there is something to follow. */
export function isUnderWay({ state }: Pick<TrainingRun, 'state'>): boolean {
  return state === 'queued' || state === 'running';
}

/** The run after an event. A stream repeats the curve so far, so an epoch replaces the point it already has. */
export function afterEvent(shown: ShownRun, event: TrainingEvent): ShownRun {
  const { run } = shown;
  if (event.type === 'progress') {
    const { type: _, ...progress } = event;
    return { run, progress };
  }
  if (event.type === 'run') return { ...shown, run: { ...run, ...event.run } };
  const others = run.curve.filter(({ epoch }) => epoch !== event.point.epoch);
  const curve = [...others, event.point].sort((a, b) => a.epoch - b.epoch);
  return { ...shown, run: { ...run, curve, epochs: Math.max(run.epochs, event.point.epoch) } };
}
