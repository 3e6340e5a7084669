import { expect, test } from 'vitest';
import type { PostingTable } from './read-table.ts';
import type { ScannedPosting } from './scan.ts';
import type { ScanAction } from './scan-state.ts';
import { emptyScan, scanReducer } from './scan-state.ts';

const table: PostingTable = { columns: ['Title', 'Body', 'Other'], rows: [], rejected: [] };
const read = { type: 'read', fileName: 'a.csv', table } as const;
const reached = (...actions: ScanAction[]) => actions.reduce(scanReducer, emptyScan);
const posting = { index: 0 } as ScannedPosting;

test('a read file waits for its columns to be confirmed', () => {
  expect(reached(read)).toMatchObject({ status: 'preview', mapping: { title: 'Title', text: 'Body' } });
});

test('a column can be chosen anew or taken away', () => {
  const changed = reached(
    read,
    { type: 'mapped', target: 'text', column: 'Other' },
    { type: 'mapped', target: 'title', column: '' },
  );
  expect(changed).toMatchObject({ mapping: { text: 'Other' } });
  expect(changed).not.toHaveProperty('mapping.title');
});

test('what was scanned before a stop is kept', () => {
  const stopped = reached(
    read,
    { type: 'started' },
    { type: 'progress', fresh: [posting], done: 1 },
    { type: 'finished', stopped: true },
  );
  expect(stopped).toMatchObject({ status: 'done', stopped: true, scanned: [posting] });
});

test('progress that arrives after the end changes nothing', () => {
  const done = reached(read, { type: 'started' }, { type: 'finished', stopped: false });
  expect(scanReducer(done, { type: 'progress', fresh: [posting], done: 1 })).toBe(done);
});

test('scanning again starts from nothing', () => {
  const again = reached(
    read,
    { type: 'started' },
    { type: 'progress', fresh: [posting], done: 1 },
    { type: 'finished', stopped: false },
    { type: 'started' },
  );
  expect(again).toMatchObject({ status: 'scanning', scanned: [], done: 0 });
});
