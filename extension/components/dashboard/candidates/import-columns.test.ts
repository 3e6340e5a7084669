import { expect, test } from 'vitest';
import { chooseColumn, columnsByField } from './import-columns.ts';

const preview = {
  fields: ['externalId', 'text', 'skills'],
  columns: [
    { column: 'Id', field: 'externalId', why: null },
    { column: 'Profile', field: 'text', why: null },
    { column: 'Notes', field: 'text', why: null },
    { column: 'Gender', field: null, why: 'Self-reports come in a file of their own.' },
  ],
};

test('a field may be filled by several columns, or by none', () => {
  expect([...columnsByField(preview)]).toEqual([
    ['externalId', ['Id']],
    ['text', ['Profile', 'Notes']],
    ['skills', []],
  ]);
});

test('a chosen column fills its field alone and is taken from the others', () => {
  expect(chooseColumn(columnsByField(preview), 'skills', 'Notes')).toEqual([
    'externalId=Id',
    'text=Profile',
    'skills=Notes',
  ]);
});
