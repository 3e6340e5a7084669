import type { CurvePoint } from '../../shared/protocol/training-run.ts';
import type { EpochReport } from '../../training/span-policy/policy-gradient.ts';
import { lowerPriority } from '../commands/lower-priority.ts';
import { describeFault } from '../security/service-log.ts';
import { openAttributes } from '../storage/attributes.ts';
import { StorageError } from '../storage/errors.ts';
import { openStore } from '../storage/store.ts';
import { defaultThreads } from './default-threads.ts';
import { modelFault } from './model-fault.ts';
import { trainModelRun } from './train-model-run.ts';
import { trainOnData } from './train-on-data.ts';
import { TrainingError } from './training-error.ts';
import { type TrainingMessage, trainingStartSchema } from './training-messages.ts';

/**
 * The process that trains. It may be killed at any moment: the checkpoint of the last epoch is on the disk, and policy,
 * record and state of the run are written together. It ends with the service that started it.
 */
const { directory, runId, options, actor, ollamaUrl } = trainingStartSchema.parse(
  JSON.parse(process.argv[2] ?? ''),
);
process.on('disconnect', () => process.exit());
lowerPriority();

const send = (message: TrainingMessage) => process.send?.(message);
const store = openStore(directory);
const attributes = openAttributes(directory);
const { trainingRuns } = store;

/** Turns reports into points; the clock is read here, at the edge. */
function createPointReader(): (report: EpochReport, evaluations: number) => CurvePoint {
  let last = { at: performance.now(), evaluations: undefined as number | undefined };
  return (report, evaluations) => {
    const at = performance.now();
    const { excessGap = { optimise: null, select: null }, ...rest } = report;
    // The first epoch also counts what was tried before it, so it has no speed of its own.
    const done = last.evaluations === undefined ? undefined : evaluations - last.evaluations;
    const evaluationsPerSecond = done === undefined ? null : (1000 * done) / Math.max(1, at - last.at);
    last = { at, evaluations };
    return { ...rest, excessGap, evaluations, evaluationsPerSecond };
  };
}

function addPoint(point: CurvePoint): void {
  trainingRuns.addPoint(runId, point);
  send({ type: 'epoch', point });
}

async function train(): Promise<void> {
  const { signal } = new AbortController();
  if (options.kind === 'model') {
    const { rounds } = options;
    let done = trainingRuns.curve(runId).length;
    const modelRecord = await trainModelRun({
      ...options,
      store,
      attributes,
      actor,
      ollamaUrl,
      signal,
      threads: defaultThreads(),
      today: new Date().toISOString().slice(0, 10),
      onNote: (message) => send({ type: 'progress', done, total: rounds, message }),
      onRound: (point) => {
        done = point.epoch;
        addPoint(point);
        send({ type: 'progress', done, total: rounds, message: `Round ${done} of at most ${rounds}` });
      },
    });
    trainingRuns.move(runId, 'done', modelRecord.verdict, { modelRecord });
    return;
  }
  const toPoint = createPointReader();
  await trainOnData({
    ...options,
    store,
    attributes,
    actor,
    signal,
    onProgress: (done, total, message) => send({ type: 'progress', done, total, message }),
    onEpoch: (report, evaluations) => addPoint(toPoint(report, evaluations)),
    onSaved: (policyId) => trainingRuns.move(runId, 'done', 'Done.', { policyId }),
  });
}

function fail(error: unknown): void {
  if (error instanceof TrainingError || error instanceof StorageError) {
    trainingRuns.move(runId, 'failed', `${error.message} ${error.mend}`);
    return;
  }
  const fault = modelFault(error, ollamaUrl);
  if (fault !== undefined) {
    trainingRuns.move(runId, 'failed', fault.message);
    return;
  }
  send({ type: 'fault', ...describeFault(error) });
  trainingRuns.move(runId, 'failed', 'Something went wrong inside the training. Resume it to try again.');
}

trainingRuns.move(runId, 'running', 'Training.');
send({ type: 'moved' });
try {
  await train();
} catch (error) {
  fail(error);
}
send({ type: 'moved' });
attributes.close();
store.close();
process.disconnect?.();
