import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { ReportFile } from './render-report.ts';
import { archiveReport } from './report-archive.ts';

const files: ReportFile[] = [
  { body: 'group,selected\nß,3\n', contentType: 'text/csv' },
  { body: new Uint8Array([1, 2]), contentType: 'text/csv', part: 'funnel' },
];

describe('archiveReport', () => {
  it('holds every file under the name that the command line gives it', () => {
    const opened = unzipSync(archiveReport(files, '2026-11-23', 'csv'));
    expect(Object.keys(opened)).toEqual([
      'autorefine-report-2026-11-23.csv',
      'autorefine-report-2026-11-23-funnel.csv',
    ]);
    expect(strFromU8(Object.values(opened)[0]!)).toBe('group,selected\nß,3\n');
    expect([...Object.values(opened)[1]!]).toEqual([1, 2]);
  });

  it('gives the same bytes for the same report', () => {
    expect(archiveReport(files, '2026-11-23', 'csv')).toEqual(archiveReport(files, '2026-11-23', 'csv'));
  });
});
