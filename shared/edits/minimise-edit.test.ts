import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Edit } from '../protocol/edit.ts';
import { applyEdits } from './apply-edits.ts';
import { minimiseEdit } from './minimise-edit.ts';

const replaceAll = (before: string, after: string): Edit => ({
  start: 0,
  end: before.length,
  before,
  after,
  source: 'model',
});

test('trims what both sides share', () => {
  expect(minimiseEdit(replaceAll('a salesman here', 'a salesperson here'))).toMatchObject({
    start: 7,
    end: 9,
    before: 'ma',
    after: 'perso',
  });
});

test('never cuts a surrogate pair', () => {
  // U+1F600 and U+1F601 share their first code unit.
  expect(minimiseEdit(replaceAll('x😀y', 'x😁y'))).toMatchObject({ before: '😀', after: '😁' });
});

test('has the same effect as the edit it came from, and shares no first or last character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (before, after) => {
      const minimal = minimiseEdit(replaceAll(before, after));
      expect(applyEdits(before, [minimal])).toBe(after);
      if (minimal.before !== '' && minimal.after !== '') {
        expect([...minimal.before][0]).not.toBe([...minimal.after][0]);
      }
    }),
  );
});
