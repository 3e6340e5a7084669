import type {
  CurvePoint,
  TrainingEvent,
  TrainingOptions,
  TrainingRun,
} from '../../shared/protocol/training-run.ts';
import { isCloudModel } from '../language-model/ollama-client.ts';
import type { ServiceLog } from '../security/service-log.ts';
import type { Store } from '../storage/store.ts';
import { createInbox } from './inbox.ts';
import { requireSwitches } from './require-switches.ts';
import { TrainingError, UnknownRunError } from './training-error.ts';
import type { StartTrainingProcess, TrainingProcess } from './training-process.ts';

/** Starts, stops and follows training runs, one at a time. */
export interface TrainingDesk {
  /** @throws TrainingError while a switch is off or another run is under way, or for a model on another machine */
  start(options: TrainingOptions, actor: string): TrainingRun;
  /** Resolves once the process is gone. @throws UnknownRunError, TrainingError when it is not under way */
  stop(id: string, actor: string): Promise<TrainingRun>;
  /** Goes on from the last checkpoint. @throws UnknownRunError, TrainingError when it cannot go on */
  resume(id: string, actor: string): TrainingRun;
  /** The run under way. */
  current(): TrainingRun | undefined;
  /**
   * The run as it is, its curve so far, then what happens until it ends. An epoch that comes again replaces the one before.
   * @throws UnknownRunError
   */
  watch(id: string, signal: AbortSignal): AsyncGenerator<TrainingEvent>;
  /** Lets a run go on that was under way when the last service ended. */
  resumeInterrupted(): void;
  /** Ends the process; its run goes on when a service starts again. */
  close(): Promise<void>;
}

export interface TrainingDeskOptions {
  readonly store: Store;
  readonly startProcess: StartTrainingProcess;
  readonly log: ServiceLog;
}

interface UnderWay {
  readonly id: string;
  readonly process: TrainingProcess;
  readonly ended: Promise<void>;
  /** Why it was killed, when it was. */
  reason?: 'stopped' | 'closing';
}

const isUnderWay = ({ state }: TrainingRun) => state === 'queued' || state === 'running';

export function createTrainingDesk({ store, startProcess, log }: TrainingDeskOptions): TrainingDesk {
  const { trainingRuns } = store;
  const listeners = new Set<(id: string, event: TrainingEvent | undefined) => void>();
  const tell = (id: string, event: TrainingEvent | undefined) => {
    for (const listener of listeners) listener(id, event);
  };
  let underWay: UnderWay | undefined;

  function find(id: string): TrainingRun {
    const run = trainingRuns.find(id);
    if (run === undefined) throw new UnknownRunError(`There is no training run "${id}".`);
    return run;
  }
  const tellRun = (id: string) => tell(id, { type: 'run', run: find(id) });

  function requireFree(): void {
    if (underWay === undefined) return;
    throw new TrainingError(`${underWay.id} is under way.`, 'Stop it first, or wait until it is done.');
  }

  function begin({ id, options }: TrainingRun, actor: string): void {
    let resolve: () => void = () => undefined;
    const ended = new Promise<void>((done) => {
      resolve = done;
    });
    const begun: UnderWay = {
      id,
      ended,
      process: startProcess(
        { directory: store.directory, runId: id, options, actor },
        {
          onMessage: (message) => {
            // That it is over is told once the process is gone: another run can begin then.
            if (message.type === 'moved') {
              if (isUnderWay(find(id))) tellRun(id);
            } else if (message.type === 'fault') {
              const { error, at } = message;
              log.write({ event: 'fault', route: 'training', error, at });
            } else tell(id, message);
          },
          onEnd: () => {
            settle(begun);
            resolve();
          },
        },
      ),
    };
    underWay = begun;
  }

  async function end(run: UnderWay, reason: 'stopped' | 'closing'): Promise<void> {
    run.reason = reason;
    run.process.kill();
    await run.ended;
  }

  /** What became of a run is written by its process, or here where that was killed first. */
  function settle({ id, reason }: UnderWay): void {
    underWay = undefined;
    if (reason === 'closing') {
      tell(id, undefined);
      return;
    }
    if (isUnderWay(find(id))) {
      if (reason === 'stopped')
        trainingRuns.move(id, 'stopped', 'Stopped. It can go on from its last epoch.');
      else trainingRuns.move(id, 'failed', 'The training process ended early. Resume it to try again.');
    }
    tellRun(id);
  }

  return {
    start(options, actor) {
      requireLocal(options);
      requireSwitches(store);
      requireFree();
      const run = trainingRuns.add(options, actor);
      store.auditLog.add(actor, 'training-started', { run: run.id, kind: options.kind });
      begin(run, actor);
      return run;
    },
    async stop(id, actor) {
      const run = find(id);
      if (underWay?.id !== id)
        throw new TrainingError(`${id} is ${run.state}.`, 'Only a run under way can be stopped.');
      await end(underWay, 'stopped');
      store.auditLog.add(actor, 'training-stopped', { run: id });
      return find(id);
    },
    resume(id, actor) {
      const run = find(id);
      if (run.state !== 'stopped' && run.state !== 'failed')
        throw new TrainingError(`${id} is ${run.state}.`, 'Only a stopped or failed run can go on.');
      requireSwitches(store);
      requireFree();
      trainingRuns.move(id, 'queued', 'Waiting to go on.');
      store.auditLog.add(actor, 'training-started', { run: id, resumed: true });
      begin(run, actor);
      return find(id);
    },
    current: () => (underWay === undefined ? undefined : find(underWay.id)),
    async *watch(id, signal) {
      const inbox = createInbox<TrainingEvent>(signal);
      const listener = (of: string, event: TrainingEvent | undefined) => {
        if (of !== id) return;
        if (event === undefined) inbox.close();
        else inbox.put(event);
      };
      listeners.add(listener);
      try {
        const run = find(id);
        yield { type: 'run', run };
        for (const point of trainingRuns.curve(id)) yield toEvent(point);
        if (!isUnderWay(run)) return;
        for await (const event of inbox.events()) {
          yield event;
          if (event.type === 'run' && !isUnderWay(event.run)) return;
        }
      } finally {
        listeners.delete(listener);
      }
    },
    resumeInterrupted() {
      const interrupted = trainingRuns.all().find(isUnderWay);
      if (interrupted !== undefined) begin(interrupted, interrupted.startedBy);
    },
    async close() {
      if (underWay !== undefined) await end(underWay, 'closing');
    },
  };
}

function requireLocal(options: TrainingOptions): void {
  if (options.kind === 'policy' || !isCloudModel(options.base)) return;
  throw new TrainingError(
    `"${options.base}" is a cloud model and cannot be trained here.`,
    'Choose one that is installed on this machine.',
  );
}

const toEvent = (point: CurvePoint): TrainingEvent => ({ type: 'epoch', point });
