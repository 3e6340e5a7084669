import { expect, test } from 'vitest';
import { curvePoint, trainingRun } from './run.fixture.ts';
import { afterEvent, isUnderWay, type ShownRun } from './run-events.ts';

const start: ShownRun = { run: trainingRun() };

test('epochs join the curve in order, and a repeated one stands once', () => {
  const events = [1, 3, 2, 3].map((epoch) => ({ type: 'epoch', point: curvePoint(epoch) }) as const);
  const { run } = events.reduce(afterEvent, start);
  expect(run.curve.map(({ epoch }) => epoch)).toEqual([1, 2, 3]);
  expect(run.epochs).toBe(3);
});

test('the state follows, and the curve stays', () => {
  const withCurve = afterEvent(start, { type: 'epoch', point: curvePoint(1) });
  const { curve: _, ...rest } = trainingRun({ state: 'stopped', message: 'Stopped.' });
  const { run } = afterEvent(withCurve, { type: 'run', run: rest });
  expect(run).toMatchObject({ state: 'stopped', message: 'Stopped.', curve: [{ epoch: 1 }] });
  expect(isUnderWay(run)).toBe(false);
});

test('progress says what is being done', () => {
  const shown = afterEvent(start, { type: 'progress', done: 3, total: 10, message: 'Measuring' });
  expect(shown.progress).toEqual({ done: 3, total: 10, message: 'Measuring' });
});
