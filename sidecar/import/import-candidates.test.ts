import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../storage/store.ts';
import { openTemporaryStore } from '../storage/temporary-store.fixture.ts';
import { type CandidateReader, importCandidateTable, importResumes } from './import-candidates.ts';
import { resumeId } from './read-resumes.ts';

const redact: CandidateReader['redact'] = (text, names = []) =>
  [...names, 'Mary'].reduce((redacted, name) => redacted.replaceAll(name, '[name]'), text);

const reader: CandidateReader = {
  version: '1',
  redact,
  read: ({ externalId, text, occupation, skills = [], licences = [] }, names) => ({
    externalId,
    text: redact(text, names),
    ...(occupation === undefined ? {} : { occupation }),
    skills,
    licences,
    qualification: { occupations: [], skills, licences },
  }),
};

let directory: string;
let store: Store;
beforeEach(() => {
  ({ store, directory } = openTemporaryStore());
});

function fileOf(name: string, content: string | Uint8Array): string {
  const path = join(directory, name);
  writeFileSync(path, content);
  return path;
}

const run = (path: string, options = {}) => importCandidateTable(path, options, { store, reader });

describe('a table of candidates', () => {
  const csv =
    'Candidate ID,Resume,Current title,Skills,Gender\n1,Mary welds,Welder,"welding; TIG",f\n2,teaches,,,m\n';

  it('is imported, redacted, without attribute columns, and again without change', async () => {
    const notes: string[] = [];
    const path = fileOf('a.csv', csv);
    expect(await run(path, { onNote: (note: string) => notes.push(note) })).toEqual({
      imported: 2,
      updated: 0,
      unchanged: 0,
      rejected: [],
    });
    expect(store.candidates.find('1')).toMatchObject({
      text: '[name] welds',
      occupation: 'Welder',
      skills: ['welding', 'TIG'],
    });
    expect(notes).toEqual([expect.stringMatching(/Not imported: Gender\./)]);
    expect(await run(path)).toMatchObject({ imported: 0, unchanged: 2 });
    expect(await run(fileOf('b.csv', csv.replace('teaches', 'taught')))).toMatchObject({
      updated: 1,
      unchanged: 1,
    });
  });

  it('loses the names that its own columns give, and the columns themselves', async () => {
    await run(fileOf('a.csv', 'id,First Name,Last Name,text\n1,Ada,Quill,Ada Quill welds\n'));
    expect(JSON.stringify(store.candidates.find('1'))).not.toMatch(/Ada|Quill/);
  });

  it('is read again when the reading itself has changed', async () => {
    await run(fileOf('a.csv', csv));
    const newer = { ...reader, version: '2' };
    const summary = await importCandidateTable(join(directory, 'a.csv'), {}, { store, reader: newer });
    expect(summary).toMatchObject({ updated: 2 });
  });

  it('says what would happen in a dry run and writes nothing', async () => {
    expect(await run(fileOf('a.csv', csv), { dryRun: true })).toMatchObject({ imported: 2 });
    expect(store.candidates.count()).toBe(0);
    expect(store.imports.finished()).toEqual([]);
  });

  it('rejects a bad line with its number and a reason, and imports the rest', async () => {
    const lines = [
      '{"id":"1","text":"welds"}',
      'not json',
      '[1]',
      '{"id":"2"}',
      '',
      '{"id":"3","text":"bakes"}',
    ];
    expect(await run(fileOf('a.jsonl', lines.join('\n')))).toEqual({
      imported: 2,
      updated: 0,
      unchanged: 0,
      rejected: [
        { line: 2, why: 'the line is not valid JSON' },
        { line: 3, why: 'the line is JSON but not an object; write one {…} a line' },
        { line: 4, why: expect.stringMatching(/no text about the person/) },
      ],
    });
  });

  it('knows a person without an id by the content', async () => {
    const path = fileOf('a.csv', 'text\nwelds\nwelds\nbakes\n');
    expect(await run(path)).toMatchObject({ imported: 2, unchanged: 1 });
  });

  it('takes a mapping over its guess and names a column that is not there', async () => {
    const path = fileOf('a.csv', 'Wer,Was\n1,schweißt\n');
    expect(await run(path, { map: { externalId: ['Wer'], text: ['Was'] } })).toMatchObject({ imported: 1 });
    await expect(run(path, { map: { text: ['Wo'] } })).rejects.toThrow(
      'no column "Wo" in the file; it has Wer, Was',
    );
  });

  it.each([
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${'id,text\n1,José schweißt\n'}`, 'utf8')],
    ['UTF-16 with a byte order mark', Buffer.from('\ufeffid,text\n1,José schweißt\n', 'utf16le')],
    ['UTF-16 without one', Buffer.from('id,text\n1,José schweißt\n', 'utf16le')],
    ['Latin-1', Buffer.from('id,text\n1,José schweißt\n', 'latin1')],
    [
      'Latin-1 whose first letter stands far behind',
      Buffer.from(`id,text\n0,${'a'.repeat(3e6)}\n1,José schweißt\n`, 'latin1'),
    ],
  ])('is read in %s', async (_name, bytes) => {
    expect(await run(fileOf('a.csv', bytes))).toMatchObject({ rejected: [] });
    expect(store.candidates.find('1')?.text).toBe('José schweißt');
  });

  it('is refused when it is no text, with what it looks like', async () => {
    await expect(run(fileOf('a.csv', Buffer.from('PK\x03\x04zip')))).rejects.toThrow(
      /zip archive or an Office/,
    );
    await expect(run(fileOf('b.csv', Buffer.from([1, 2, 0, 0, 3])))).rejects.toThrow(/binary file/);
  });

  it('goes on behind the last committed batch after it was cut off', async () => {
    const path = fileOf(
      'a.csv',
      `id,text\n${Array.from({ length: 1200 }, (_, i) => `${i},welds ${i}`).join('\n')}\n`,
    );
    const stop = new AbortController();
    const cut = run(path, { signal: stop.signal, onProgress: () => stop.abort() });
    await expect(cut).rejects.toThrow();
    expect(store.candidates.count()).toBe(500);
    expect(await run(path)).toEqual({ imported: 1200, updated: 0, unchanged: 0, rejected: [] });
    expect(store.candidates.count()).toBe(1200);
  });
});

describe('resumes', () => {
  it('are imported one a file, known by a hash of the file name; what cannot be read is rejected by number', async () => {
    const files = [
      fileOf('Mary Smith.txt', 'Mary welds'),
      fileOf('scan.txt', '   '),
      fileOf('broken.pdf', '%PDF-1.4 nothing'),
      fileOf('broken.docx', 'PK\x03\x04'),
      join(directory, 'missing.txt'),
    ];
    const summary = await importResumes(files, {}, { store, reader });
    expect(summary).toMatchObject({ imported: 1 });
    const damaged = 'it is damaged, protected by a password, or not what its name says';
    expect(summary.rejected).toEqual([
      { line: 2, why: expect.stringMatching(/may be a scan/) },
      { line: 3, why: damaged },
      { line: 4, why: damaged },
      { line: 5, why: 'the file does not exist' },
    ]);
    expect(store.candidates.find(resumeId(files[0]!))?.text).toBe('[name] welds');
  });
});
