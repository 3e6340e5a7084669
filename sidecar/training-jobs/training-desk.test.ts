import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type CurvePoint,
  policyTrainingSchema,
  type TrainingEvent,
} from '../../shared/protocol/training-run.ts';
import type { LogEntry } from '../security/service-log.ts';
import { openStore, type Store } from '../storage/store.ts';
import { createTrainingDesk, type TrainingDesk } from './training-desk.ts';
import { TrainingError, UnknownRunError } from './training-error.ts';
import type { TrainingStart } from './training-messages.ts';
import type { TrainingListener } from './training-process.ts';

const options = policyTrainingSchema.parse({ kind: 'policy' });
const point: CurvePoint = {
  epoch: 1,
  reward: -0.01,
  excessGap: { optimise: 0.02, select: 0.03 },
  selectScore: -0.03,
  entropy: 0.5,
  divergence: 0,
  evaluations: 40,
  evaluationsPerSecond: null,
};

let directory: string;
let store: Store;
let logged: LogEntry[];
let started: (TrainingStart & TrainingListener)[];
let desk: TrainingDesk;

/** A desk whose processes do nothing by themselves; the test speaks for them. */
function openDesk(): TrainingDesk {
  return createTrainingDesk({
    store,
    log: { write: (entry) => void logged.push(entry) },
    startProcess: (start, listener) => {
      started.push({ ...start, ...listener });
      return { kill: listener.onEnd };
    },
  });
}

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'autorefine-'));
  store = openStore(directory);
  store.settings.update({ measuring: true, optimising: true });
  [logged, started] = [[], []];
  desk = openDesk();
});
afterEach(async () => {
  await desk.close();
  store.close();
  rmSync(directory, { recursive: true });
});

async function collect(events: AsyncGenerator<TrainingEvent>): Promise<TrainingEvent[]> {
  const seen: TrainingEvent[] = [];
  for await (const event of events) seen.push(event);
  return seen;
}

describe('the training desk', () => {
  it('starts one run at a time, and none while a switch is off', () => {
    store.settings.update({ optimising: false });
    expect(() => desk.start(options, 'dashboard')).toThrow(/Optimising is switched off/);
    store.settings.update({ optimising: true });
    const cloud = { kind: 'model', base: 'm:cloud', rounds: 1, seed: 1 } as const;
    expect(() => desk.start(cloud, 'dashboard')).toThrow(/cloud model/);
    const run = desk.start(options, 'dashboard');
    expect(run).toMatchObject({ id: 'run-1', state: 'queued', startedBy: 'dashboard' });
    expect(started).toMatchObject([{ runId: 'run-1', directory, options, actor: 'dashboard' }]);
    expect(() => desk.start(options, 'dashboard')).toThrow(/run-1 is under way/);
    expect(store.trainingRuns.all()).toHaveLength(1);
    expect(store.auditLog.page(9).map(({ action }) => action)).toEqual(['training-started']);
  });

  it('stops a run and lets it go on; a run that is done does neither', async () => {
    const { id } = desk.start(options, 'dashboard');
    expect(await desk.stop(id, 'dashboard')).toMatchObject({ state: 'stopped' });
    expect(desk.current()).toBeUndefined();
    await expect(desk.stop(id, 'dashboard')).rejects.toThrow(TrainingError);
    expect(desk.resume(id, 'dashboard')).toMatchObject({ id, state: 'queued' });
    store.trainingRuns.move(id, 'done', 'Done.', { policyId: 'policy-1' });
    started[1]?.onEnd();
    expect(desk.current()).toBeUndefined();
    expect(() => desk.resume(id, 'dashboard')).toThrow(/run-1 is done/);
    await expect(desk.stop(id, 'dashboard')).rejects.toThrow(/run-1 is done/);
    expect(() => desk.resume('run-7', 'dashboard')).toThrow(UnknownRunError);
  });

  it('says that a run failed whose process ended by itself, and logs a fault by name', () => {
    const { id } = desk.start(options, 'dashboard');
    started[0]?.onMessage({ type: 'fault', error: 'TypeError', at: 'at x (y.ts:1)' });
    started[0]?.onEnd();
    expect(store.trainingRuns.find(id)).toMatchObject({
      state: 'failed',
      message: expect.stringMatching(/ended early/),
    });
    expect(logged).toEqual([{ event: 'fault', route: 'training', error: 'TypeError', at: 'at x (y.ts:1)' }]);
    expect(desk.resume(id, 'dashboard').state).toBe('queued');
  });

  it('tells whoever watches the curve so far and then all that happens, to the end', async () => {
    const { id } = desk.start(options, 'dashboard');
    store.trainingRuns.addPoint(id, point);
    const seen = collect(desk.watch(id, new AbortController().signal));
    // The watcher subscribes before it reads; its first read is asked for at once.
    const { onMessage, onEnd } = started[0] as TrainingListener;
    await Promise.resolve();
    onMessage({ type: 'progress', done: 1, total: 7, message: 'Measuring: keep' });
    onMessage({ type: 'epoch', point: { ...point, epoch: 2 } });
    store.trainingRuns.move(id, 'done', 'Done.', { policyId: 'policy-1' });
    onEnd();
    const events = await seen;
    expect(events.map(({ type }) => type)).toEqual(['run', 'epoch', 'progress', 'epoch', 'run']);
    expect(events.at(-1)).toMatchObject({ run: { state: 'done', policyId: 'policy-1' } });
    // A run that is over is told and not waited for.
    expect(await collect(desk.watch(id, new AbortController().signal))).toHaveLength(2);
    await expect(collect(desk.watch('run-7', new AbortController().signal))).rejects.toThrow(UnknownRunError);
  });

  it('lets a watcher go that gives up, and the run alone', async () => {
    const { id } = desk.start(options, 'dashboard');
    const cancel = new AbortController();
    const seen = collect(desk.watch(id, cancel.signal));
    cancel.abort();
    expect(await seen).toHaveLength(1);
    expect(desk.current()?.id).toBe(id);
  });

  it('goes on with the run that was under way when the service ended', async () => {
    const { id } = desk.start(options, 'dashboard');
    store.trainingRuns.move(id, 'running', 'Training.');
    const seen = collect(desk.watch(id, new AbortController().signal));
    await desk.close();
    expect(await seen).toHaveLength(1);
    expect(store.trainingRuns.find(id)?.state).toBe('running');
    desk = openDesk();
    desk.resumeInterrupted();
    expect(started[1]).toMatchObject({ runId: id, actor: 'dashboard' });
    expect(desk.current()?.id).toBe(id);
  });
});
