import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type AttributeStore, openAttributes } from '../storage/attributes.ts';
import type { Store } from '../storage/store.ts';
import { openTemporaryStore } from '../storage/temporary-store.fixture.ts';
import { MappingError } from './column-mapping.ts';
import { importOutcomes, type OutcomeImportOptions } from './import-outcomes.ts';
import { parseOutcomeColumns } from './outcome-rows.ts';
import { parseAttributeColumns, type SelfReportTable } from './self-report-table.ts';

const table: SelfReportTable = {
  attributes: { gender: 'Gender', 'age group': 'Age band' },
  lawfulBasis: 'consent',
  noticeVersion: '2024-1',
  recordedOn: '2024-05-31',
};

let directory: string;
let store: Store;
let attributes: AttributeStore;
beforeEach(() => {
  ({ store, directory } = openTemporaryStore());
  attributes = openAttributes(directory);
  return () => attributes.close();
});

function importText(text: string, options: OutcomeImportOptions = { selfReports: table }, name = 'a.csv') {
  const file = join(directory, name);
  writeFileSync(file, text);
  return importOutcomes(file, options, { store, attributes });
}
const kept = (person: string) =>
  attributes.ofCandidate(person).map(({ attribute, value }) => [attribute, value]);

describe('a table of self-reports with a row a person', () => {
  it('becomes a report for each answer, and the same file again changes nothing', async () => {
    const text = 'Candidate ID,Gender,Age band\nc1,woman,under 40\nc2,man,\n';
    expect(await importText(text)).toEqual({ imported: 2, updated: 0, unchanged: 0, rejected: [] });
    expect(kept('c1')).toEqual([
      ['age group', 'under 40'],
      ['gender', 'woman'],
    ]);
    expect(attributes.ofCandidate('c2')).toEqual([
      {
        externalId: 'c2',
        attribute: 'gender',
        value: 'man',
        lawfulBasis: 'consent',
        noticeVersion: '2024-1',
        recordedOn: '2024-05-31',
      },
    ]);
    expect(await importText(text)).toMatchObject({ imported: 0, unchanged: 2 });
    expect(await importText(text.replace('man,\n', 'man,over 40\n'))).toMatchObject({
      imported: 1,
      unchanged: 1,
    });
  });

  it('goes by the columns that are named by hand, and a date in a row wins', async () => {
    const map = parseOutcomeColumns(['externalId=Applicant No', 'recordedOn=Given']);
    await importText('Applicant No,Given,Gender,Age band\n7,2024-01-02,woman,\n8,,man,\n', {
      map,
      selfReports: table,
    });
    expect(attributes.ofCandidate('7')).toMatchObject([{ recordedOn: '2024-01-02' }]);
    expect(attributes.ofCandidate('8')).toMatchObject([{ recordedOn: '2024-05-31' }]);
  });

  it('keeps a refusal to say as one, however the form words it, and fills nothing in', async () => {
    const answers = [
      'Decline To Self Identify',
      'I don’t wish to answer',
      'Prefer not to say.',
      'Unknown',
      '',
    ];
    const lines = answers.map((answer, n) => `c${n},${answer},`);
    await importText(['id,Gender,Age band', ...lines, ''].join('\n'));
    const ids = answers.map((_, n) => `c${n}`);
    expect(ids.map(kept)).toEqual([
      ...Array.from({ length: 3 }, () => [['gender', 'declined']]),
      [['gender', 'unknown']],
      [],
    ]);
    expect(attributes.column('gender', ids)).toMatchObject({ groups: [] });
  });

  it('without basis, notice or date is rejected row by row, with the field', async () => {
    const { attributes: columns } = table;
    const { rejected } = await importText('id,Gender,Age band\nc1,woman,\n', {
      selfReports: { attributes: columns, lawfulBasis: 'consent', noticeVersion: '1' },
    });
    expect(rejected).toEqual([{ line: 2, why: expect.stringContaining('recordedOn') }]);
    expect(kept('c1')).toEqual([]);
  });

  it('of JSON lines may leave a person’s attribute out', async () => {
    await importText(
      '{"id":"c1","Gender":"woman"}\n{"id":"c2","Age band":"over 40"}\n',
      undefined,
      'a.jsonl',
    );
    expect([kept('c1'), kept('c2')]).toEqual([[['gender', 'woman']], [['age group', 'over 40']]]);
  });

  it('a column that is not there is named with those that are, before anything is written', async () => {
    const text = 'id,Gender\nc1,woman\n';
    await expect(importText(text)).rejects.toThrow(/no column "Age band" in the file; it has id, Gender/);
    expect(kept('c1')).toEqual([]);
  });
});

it('options that are not understood are named with the form', () => {
  expect(() => parseAttributeColumns(['gender'])).toThrow(/ATTRIBUTE=COLUMN/);
  expect(() => parseOutcomeColumns(['sex=Gender'])).toThrow(MappingError);
  expect(parseAttributeColumns(['race=Race = ethnicity'])).toEqual({ race: 'Race = ethnicity' });
});
