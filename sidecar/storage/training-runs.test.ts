import { afterEach, beforeEach, expect, it } from 'vitest';
import type { CurvePoint, TrainingOptions } from '../../shared/protocol/training-run.ts';
import { temporaryFolder } from '../temporary-folder.fixture.ts';
import { openStore, type Store } from './store.ts';

const options: TrainingOptions = { kind: 'policy', refinement: 'rloo', epochs: 5, seed: 1 };
const point = (epoch: number, reward = 0): CurvePoint => ({
  epoch,
  reward,
  excessGap: { optimise: null, select: 0.1 },
  selectScore: 0,
  entropy: 1,
  divergence: 0,
  evaluations: 10 * epoch,
  evaluationsPerSecond: null,
});

let directory: string;
let store: Store;
const reopen = () => openStore(directory, { now: () => new Date('2024-05-01T10:00:00Z') });
beforeEach(() => {
  directory = temporaryFolder();
  store = reopen();
});
afterEach(() => {
  store.close();
});

it('runs are there after the database was closed, newest first, with their curves', () => {
  const first = store.trainingRuns.add(options, 'dashboard');
  const second = store.trainingRuns.add({ ...options, seed: 2 }, 'nightly');
  store.trainingRuns.addPoint(first.id, point(1));
  store.trainingRuns.addPoint(first.id, point(2));
  store.trainingRuns.move(first.id, 'done', 'Done.', { policyId: 'policy-1' });
  store.close();
  store = reopen();
  expect(store.trainingRuns.all()).toEqual([
    second,
    {
      ...first,
      state: 'done',
      message: 'Done.',
      policyId: 'policy-1',
      epochs: 2,
      finishedAt: '2024-05-01T10:00:00.000Z',
    },
  ]);
  expect(store.trainingRuns.curve(first.id)).toEqual([point(1), point(2)]);
  expect(store.trainingRuns.find('run-9')).toBeUndefined();
});

it('a point takes the place of those that followed: the run went on from an earlier checkpoint', () => {
  const { id } = store.trainingRuns.add(options, 'dashboard');
  for (const epoch of [1, 2, 3]) store.trainingRuns.addPoint(id, point(epoch));
  store.trainingRuns.addPoint(id, point(2, 0.5));
  expect(store.trainingRuns.curve(id)).toEqual([point(1), point(2, 0.5)]);
});

it('a run that goes on again has not ended', () => {
  const { id } = store.trainingRuns.add(options, 'dashboard');
  store.trainingRuns.move(id, 'stopped', 'Stopped.');
  expect(store.trainingRuns.find(id)?.finishedAt).toBeDefined();
  store.trainingRuns.move(id, 'running', 'Going on.');
  expect(store.trainingRuns.find(id)).toMatchObject({ state: 'running', message: 'Going on.' });
  expect(store.trainingRuns.find(id)?.finishedAt).toBeUndefined();
});
