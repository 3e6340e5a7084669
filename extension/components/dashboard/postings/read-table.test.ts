import { describe, expect, test } from 'vitest';
import { readTable } from './read-table.ts';

describe('CSV', () => {
  test('reads quoted line ends, a byte order mark and an empty line', () => {
    const table = readTable('\ufefftitle,text\nNurse,"Two\nlines, ""quoted"""\n\nCook,Hot\n', 'a.csv');
    expect(table).toEqual({
      columns: ['title', 'text'],
      rows: [
        { title: 'Nurse', text: 'Two\nlines, "quoted"' },
        { title: 'Cook', text: 'Hot' },
      ],
      rejected: [],
    });
  });

  test.each([';', '\t'])('finds %j as the delimiter', (mark) => {
    expect(readTable(`title${mark}text\nNurse${mark}Care, kindness`, 'a.csv').rows).toEqual([
      { title: 'Nurse', text: 'Care, kindness' },
    ]);
  });

  test('a line with another number of values is rejected with its number; the others stay', () => {
    const table = readTable('title,text\nNurse,Care\nonly one\nCook,Hot', 'a.csv');
    expect(table.rows.map((row) => row.title)).toEqual(['Nurse', 'Cook']);
    expect(table.rejected).toEqual([{ line: 3, why: expect.stringContaining('columns length') }]);
  });
});

describe('JSON lines', () => {
  test('reads scalars as text and gathers the columns of all lines', () => {
    const table = readTable(
      '{"text":"Care","year":2020,"tags":["a"],"pay":null}\n{"title":"Cook"}\n',
      'a.jsonl',
    );
    expect(table).toEqual({
      columns: ['text', 'year', 'title'],
      rows: [{ text: 'Care', year: '2020' }, { title: 'Cook' }],
      rejected: [],
    });
  });

  test('a broken line is rejected with its number', () => {
    const table = readTable('{"text":"Care"}\n{"text":\n[1]\n', 'a.ndjson');
    expect(table.rows).toHaveLength(1);
    expect(table.rejected.map(({ line }) => line)).toEqual([2, 3]);
  });
});

test('an empty file is an empty table', () => {
  expect(readTable('', 'a.csv')).toEqual({ columns: [], rows: [], rejected: [] });
});
