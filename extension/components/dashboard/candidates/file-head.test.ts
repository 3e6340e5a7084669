import { expect, test } from 'vitest';
import { maxPreviewLength } from '../../../../shared/protocol/company-data.ts';
import { fileHead, formatOf } from './file-head.ts';

test('a small file is read as it is', async () => {
  expect(await fileHead(new File(['id,text\n1,Nurse'], 'people.csv'))).toBe('id,text\n1,Nurse');
});

test('of a large file whole lines are read, and letters beyond ASCII stay whole', async () => {
  const line = 'Pflegerin für ältere Menschen, Köln\n';
  const file = new File([line.repeat(10_000)], 'people.csv');
  const head = await fileHead(file);
  expect(head.length).toBeLessThanOrEqual(maxPreviewLength);
  expect(head).toBe(line.repeat(head.length / line.length));
});

test('the ending of the name tells the format', () => {
  expect(['a.csv', 'a.TSV', 'a.jsonl', 'a.NDJSON'].map(formatOf)).toEqual(['csv', 'csv', 'jsonl', 'jsonl']);
});
