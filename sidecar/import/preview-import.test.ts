import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { importPreviewSchema, maxPreviewLength } from '../../shared/protocol/company-data.ts';
import { MappingError } from './column-mapping.ts';
import { previewImport } from './preview-import.ts';

const preview = (head: string, more: Partial<Parameters<typeof previewImport>[0]> = {}) =>
  previewImport({ kind: 'candidates', format: 'csv', head, map: [], ...more });

describe('a preview of candidates', () => {
  const head = 'Candidate ID,Resume,Gender,First Name,Shoe size\n7,Welds pipes.,x,Ann,40\n8,,y,Bo,41\n';

  it('says what each column fills, or why it is left out', async () => {
    const { columns, records, content } = await preview(head);
    expect(columns.map(({ column, field }) => [column, field])).toEqual([
      ['Candidate ID', 'externalId'],
      ['Resume', 'text'],
      ['Gender', null],
      ['First Name', null],
      ['Shoe size', null],
    ]);
    expect(columns.slice(2).map(({ why }) => why)).toEqual([
      expect.stringMatching(/self-report/),
      expect.stringMatching(/name/),
      expect.stringMatching(/not recognised/i),
    ]);
    expect([records, content]).toEqual([2, 'candidates']);
  });

  it('names the lines that would be rejected, without quoting them', async () => {
    const { problems } = await preview(head);
    expect(problems).toEqual([{ line: 3, why: expect.stringMatching(/no text/) }]);
  });

  it('takes columns chosen by hand, and refuses one that is not there', async () => {
    const { columns } = await preview(head, { map: ['skills=Shoe size'] });
    expect(columns.at(-1)).toEqual({ column: 'Shoe size', field: 'skills', why: null });
    await expect(preview(head, { map: ['skills=Hat size'] })).rejects.toThrow(MappingError);
    await expect(preview(head, { map: ['hat=Resume'] })).rejects.toThrow(/FIELD one of externalId/);
  });

  it('leaves out the record that was cut off where the head ends', async () => {
    const row = `1,"${'pipes '.repeat(5000)}"\n`;
    const { records, problems } = await preview(`id,resume\n${row.repeat(4)}`.slice(0, maxPreviewLength));
    expect([records, problems]).toEqual([2, []]);
  });
});

describe('a preview of outcomes', () => {
  it('recognises what the rows are by their columns', async () => {
    const steps = 'posting_id,candidate_id,stage,date,mood\np1,c1,applied,2024-05-01,fine\n';
    const { columns, content, fields } = await preview(steps, { kind: 'outcomes' });
    expect(columns.map(({ field }) => field)).toEqual(['postingId', 'externalId', 'stage', 'on', null]);
    expect([content, fields]).toEqual(['steps of people', []]);
  });

  it('says what is missing', async () => {
    const { problems } = await preview('{"stage":"applied"}\n{}\n', { kind: 'outcomes', format: 'jsonl' });
    expect(problems.map(({ line }) => line)).toEqual([1, 2]);
  });
});

it('any text has a preview', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ maxLength: 300 }),
      fc.constantFrom('csv', 'jsonl'),
      fc.constantFrom('candidates', 'outcomes'),
      async (head, format, kind) => {
        expect(importPreviewSchema.safeParse(await preview(head, { format, kind })).success).toBe(true);
      },
    ),
  );
});
