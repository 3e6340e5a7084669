import { expect, test } from 'vitest';
import { pageWording } from './page-wording.ts';

test.each([
  [
    'there is no text about the person; name its column with --map text=COLUMN',
    'there is no text about the person; choose its column in the list “Columns of the file”',
  ],
  ['--map names column "CV"; the file has id, resume', 'The file has no column “CV”; it has id, resume'],
  ['the record has 3 columns, the header has 2', 'the record has 3 columns, the header has 2'],
])('%s', (reason, shown) => {
  expect(pageWording(reason)).toBe(shown);
});
