import { expect, it } from 'vitest';
import { describeImport } from './describe-import.ts';

const counts = { imported: 1, updated: 0, unchanged: 0 };
const rejected = (lines: readonly number[], why: string) => lines.map((line) => ({ line, why }));

it('says a reason once, with the lines that it stopped', () => {
  const text = describeImport(
    { ...counts, rejected: [...rejected([2, 3, 4, 5], 'no id'), ...rejected([9], 'no text')] },
    false,
  );
  expect(text).toBe(
    '1 imported, 0 updated, 0 unchanged, 5 rejected\n  4 lines (2, 3, 4, …): no id\n  line 9: no text\n',
  );
});

it('names how many reasons are left out', () => {
  const many = Array.from({ length: 25 }, (_, i) => ({ line: i + 2, why: `reason ${i}` }));
  const text = describeImport({ ...counts, rejected: many }, true);
  expect(text).toMatch(/^Dry run, nothing written: .*25 rejected\n/);
  expect(text).toContain('… and 5 more reasons (--json lists them)');
});
