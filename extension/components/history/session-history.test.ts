import { expect, test } from 'vitest';
import { createSessionHistory, historyLines } from './session-history.ts';

const memoryArea = (data: Record<string, unknown> = {}) => ({
  get: async (key: string) => ({ [key]: data[key] }),
  set: async (items: Record<string, unknown>) => {
    Object.assign(data, items);
  },
});
const historyOver = (data?: Record<string, unknown>) =>
  createSessionHistory(memoryArea(data) as unknown as Pick<chrome.storage.StorageArea, 'get' | 'set'>);
const entry = (minute: number, scoreBefore: number) => ({
  at: `2026-01-01T10:${String(minute).padStart(2, '0')}:00.000Z`,
  changes: 2,
  scoreBefore,
});

test('keeps postings apart and the newest twenty entries of each', async () => {
  const history = historyOver();
  for (let minute = 0; minute < 25; minute++) await history.add('a', entry(minute, minute));
  await history.add('b', entry(0, 50));
  expect((await history.read('a')).map((e) => e.scoreBefore)).toEqual(
    Array.from({ length: 20 }, (_, i) => i + 5),
  );
  expect(await history.read('b')).toHaveLength(1);
});

test('what has another shape reads as no history', async () => {
  expect(await historyOver({ 'history:a': [{ at: 'yesterday' }] }).read('a')).toEqual([]);
});

test('lines are newest first, and each ends at the score of the next', () => {
  const lines = historyLines([entry(0, 60), entry(5, 80)], 95);
  expect(lines.map((l) => [l.scoreBefore, l.scoreAfter])).toEqual([
    [80, 95],
    [60, 80],
  ]);
});
