import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import packageFile from '../package.json' with { type: 'json' };
import { runCommandLine } from './cli.ts';
import { keptContext } from './commands/run-command.fixture.ts';
import { openStore } from './storage/store.ts';
import { temporaryFolder } from './temporary-folder.fixture.ts';

const posting = 'Rockstar salesman wanted\nHe must sell. Pay: $20 an hour.';

let directory: string;
beforeEach(() => {
  directory = temporaryFolder();
});

function fileOf(name: string, content: string | Uint8Array): string {
  const path = join(directory, name);
  writeFileSync(path, content);
  return path;
}

async function run(args: readonly string[], stdin: string | Buffer = '') {
  const { context, out: written, error } = keptContext(join(directory, 'data'), stdin);
  const code = await runCommandLine(args, context);
  const out = written();
  return {
    code,
    out,
    error: error(),
    lines: () =>
      out
        .trim()
        .split('\n')
        .map((l) => JSON.parse(l)),
  };
}

describe('check', () => {
  it('gives one object a posting with labels, score and findings at their place', async () => {
    const { code, lines } = await run(['check', '--json', fileOf('a.txt', posting)]);
    const [line] = lines();
    expect(code).toBe(0);
    expect(line).toMatchObject({
      id: join(directory, 'a.txt'),
      labels: expect.arrayContaining(['masculine']),
    });
    for (const { start, end, text } of line.findings) expect(posting.slice(start, end)).toBe(text);
  });

  it('passes the other fields of JSON lines through, from files and from the standard input', async () => {
    const jsonl = `${JSON.stringify({ id: 'p1', team: 'sales', text: posting })}\n${JSON.stringify({ text: 'We weld.' })}\n`;
    for (const result of [
      await run(['check', '--json', fileOf('a.jsonl', jsonl)]),
      await run(['check', '--json', '-'], jsonl),
    ]) {
      const [first, second] = result.lines();
      expect(first).toMatchObject({ id: 'p1', team: 'sales' });
      expect(first).not.toHaveProperty('text');
      expect(second).toMatchObject({ labels: [], findings: [] });
    }
  });

  it('reads what a page shows of an .html file', async () => {
    const html =
      '<html><head><title>x</title><style>.rockstar{}</style></head><body><p>A <b>rock</b>star</p><ul><li>ninja</ul><script>guru()</script>';
    const { lines } = await run(['check', '--json', fileOf('a.html', html)]);
    const found = lines()[0]
      .findings.map((finding: { text: string }) => finding.text.toLowerCase())
      .join(' ');
    expect(found).toMatch(/rockstar.*ninja/);
    expect(found).not.toContain('guru');
  });

  it('shows people the place, the words, why and the source', async () => {
    const { out } = await run(['check', fileOf('a.txt', posting)]);
    expect(out).toMatch(/1:10 {2}"salesman"/);
    expect(out).toMatch(/Instead: /);
    expect(out).toMatch(/Source \(\w+\): /);
  });

  it('ends with 1 at findings of the severity asked for, with 0 below it', async () => {
    const path = fileOf('a.txt', 'A rockstar.');
    expect((await run(['check', path, '--fail-on', 'coded'])).code).toBe(1);
    expect((await run(['check', path, '--fail-on', 'unlawful-risk'])).code).toBe(0);
    const wrong = await run(['check', path, '--fail-on', 'bad']);
    expect([wrong.code, wrong.error]).toEqual([
      2,
      expect.stringMatching(/style, coded, exclusionary, unlawful-risk/),
    ]);
  });

  it.each([
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${posting}`)],
    ['UTF-16', Buffer.from(`\ufeff${posting}`, 'utf16le')],
    ['Latin-1', Buffer.from(`${posting} Café`, 'latin1')],
  ])('reads %s', async (_name, bytes) => {
    const { code, lines } = await run(['check', '--json', fileOf('a.txt', bytes)]);
    expect(code).toBe(0);
    expect(lines()[0].findings[0]).toMatchObject({ start: 0 });
  });

  it.each([
    ['a missing file', () => join('nowhere', 'a.txt'), /there is no such file; check the path/],
    ['a folder', () => directory, /folder/],
    [
      'a binary file',
      () => fileOf('a.txt', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0])),
      /PNG picture.*save the posting/,
    ],
    [
      'a file of another kind',
      () => fileOf('a.pdf', '%PDF-1.7'),
      /read from \.txt, \.md, \.html and \.jsonl/,
    ],
    ['an empty posting', () => fileOf('a.txt', ' \n\n'), /the posting is empty/],
    ['an overlong posting', () => fileOf('a.txt', 'word '.repeat(300_000)), /1\.4 MB, the limit is 1 MB/],
    ['a line that is no JSON', () => fileOf('a.jsonl', '{"text":'), /a\.jsonl:1: the line is not valid JSON/],
    ['a line without text', () => fileOf('a.jsonl', '{"id":1}'), /a\.jsonl:1: there is no "text"/],
  ])('names %s and the mend, does the others, and ends with 2', async (_name, makePath, message) => {
    const good = fileOf('good.txt', posting);
    const { code, error, lines } = await run(['check', '--json', makePath(), good]);
    expect(code).toBe(2);
    expect(error).toMatch(message);
    expect(lines()).toMatchObject([{ id: good }]);
  });

  it('takes a posting of almost 1 MB', async () => {
    const { code, lines } = await run(['check', '--json', '-'], 'The team welds plates. '.repeat(45_000));
    expect(code).toBe(0);
    expect(lines()).toHaveLength(1);
  });
});

describe('rewrite', () => {
  it('gives the text, the edits that make it, and what the fact guard held', async () => {
    const { code, lines } = await run(['rewrite', '--json', fileOf('a.txt', posting)]);
    const [{ text, edits, refused, estimate }] = lines();
    expect(code).toBe(0);
    const applied = [...edits]
      .reverse()
      .reduce(
        (result: string, edit: { start: number; end: number; after: string }) =>
          result.slice(0, edit.start) + edit.after + result.slice(edit.end),
        posting,
      );
    expect(applied).toBe(text);
    expect(text).not.toMatch(/salesman/i);
    expect(text).toContain('$20');
    expect(refused).toEqual(expect.any(Array));
    expect(estimate).toMatchObject({ verdict: 'not-enough-data' });
  });

  it('by a model that is not there ends with 3 and says how to go on', async () => {
    const { code, error } = await run([
      'rewrite',
      '--engine',
      'model',
      '--model',
      'no-such-model',
      fileOf('a.txt', posting),
    ]);
    expect([code, error]).toEqual([3, expect.stringMatching(/--engine policy/)]);
    expect((await run(['rewrite', '--engine', 'magic', '-'])).code).toBe(2);
  });
});

describe('import, export, erase and match', () => {
  it('brings a person in, shows everything kept, and takes it out', async () => {
    const people = fileOf(
      'p.csv',
      'id,text,skills\nw1,"Mary Roe\nmary@roe.example\nWelds steel",welding\n,,\n',
    );
    const imported = await run(['import', 'candidates', people, '--json']);
    expect(imported.lines()).toEqual([
      {
        imported: 1,
        updated: 0,
        unchanged: 0,
        rejected: [{ line: 5, why: expect.stringMatching(/no text/) }],
      },
    ]);
    const outcomes = fileOf(
      'o.jsonl',
      [
        { id: 'j1', title: 'Welder', text: 'We weld.' },
        { posting_id: 'j1', candidate_id: 'w1', stage: 'Application', date: '2024-02-01' },
        {
          candidate_id: 'w1',
          attribute: 'gender',
          value: 'woman',
          lawful_basis: 'consent',
          notice_version: '1',
          recorded_on: '2024-01-02',
        },
        { posting_id: 'j1', candidate_id: 'w9', stage: 'hired', date: '2024-02-01' },
      ]
        .map((row) => JSON.stringify(row))
        .join('\n'),
    );
    expect((await run(['import', 'outcomes', outcomes, '--json'])).lines()).toEqual([
      {
        imported: 3,
        updated: 0,
        unchanged: 0,
        rejected: [{ line: 4, why: expect.stringMatching(/no candidate "w9"/) }],
      },
    ]);
    const [kept] = (await run(['export', 'w1', '--json'])).lines();
    expect(kept).toMatchObject({
      candidate: { externalId: 'w1' },
      outcomes: [{ stage: 'applied' }],
      selfReports: [{ value: 'woman' }],
    });
    expect(JSON.stringify(kept)).not.toMatch(/mary@roe/);
    expect((await run(['hold', 'w1'])).code).toBe(2);
    expect((await run(['hold', 'w9', '--reason', 'court case'])).code).toBe(2);
    expect((await run(['hold', 'w1', '--reason', 'court case'])).out).toMatch(/^Kept until/);
    expect((await run(['hold', 'w1', '--lift', '--json'])).lines()).toEqual([{ held: false }]);
    expect((await run(['erase', 'w1'])).code).toBe(0);
    expect(await run(['export', 'w1'])).toMatchObject({
      code: 2,
      error: expect.stringMatching(/no candidate "w1"/),
    });
    expect((await run(['erase', 'w1'])).code).toBe(2);
  });

  it('a dry run writes nothing, neither people nor outcomes', async () => {
    await run(['import', 'candidates', '--dry-run', fileOf('p.csv', 'id,text\n1,welds\n')]);
    await run(['import', 'outcomes', '--dry-run', fileOf('o.csv', 'id,title,text\nj1,Welder,We weld.\n')]);
    const store = openStore(join(directory, 'data'));
    expect([store.candidates.count(), store.postings.count()]).toEqual([0, 0]);
    store.close();
  });

  it('match without candidates ends with 3 and says to import', async () => {
    const { code, error } = await run(['match', fileOf('a.txt', posting)]);
    expect([code, error]).toEqual([3, expect.stringMatching(/autorefine import candidates/)]);
  });

  it('real people never join the synthetic sample', async () => {
    const store = openStore(join(directory, 'data'));
    store.settings.update({ sample: true });
    store.close();
    const people = fileOf('p.csv', 'id,text\n1,welds\n');
    expect(await run(['import', 'candidates', people])).toMatchObject({
      code: 2,
      error: expect.stringMatching(/synthetic sample/),
    });
    expect((await run(['import', 'candidates', people, '--replace-sample'])).code).toBe(0);
  });
});

describe('the program', () => {
  it('says what is wrong with its own use and ends with 2', async () => {
    for (const args of [
      ['chek'],
      ['check', '--nope'],
      ['import'],
      ['import', 'people', 'x.csv'],
      ['match', '--k', '0', '-'],
      ['check', '--data', '--json'],
    ]) {
      const { code, error } = await run(args);
      expect([args, code]).toEqual([args, 2]);
      expect(error).not.toBe('');
    }
  });

  it('train model without past postings ends with 2 and says how to name some', async () => {
    expect(await run(['train', 'model', '--base', 'small'])).toMatchObject({
      code: 2,
      error: expect.stringMatching(/no past postings.*--postings/),
    });
  });

  it('shows help and version with code 0', async () => {
    expect((await run(['--help'])).code).toBe(0);
    expect((await run(['--version'])).out.trim()).toBe(packageFile.version);
  });

  it('names a data folder that is no folder', async () => {
    const file = fileOf('data', 'a file');
    expect(await run(['tokens', 'list', '--data', join(file, 'x')])).toMatchObject({
      code: 2,
      error: expect.stringMatching(/could not be opened.*choose another with --data/),
    });
  });

  it('tokens are issued, listed and revoked', async () => {
    const issued = await run(['tokens', 'issue', '--client', 'script', '--role', 'analyst', '--json']);
    const [{ id, token }] = issued.lines();
    expect(token).toHaveLength(43);
    expect((await run(['tokens', 'list', '--json'])).lines()).toMatchObject([
      { id, client: 'script', roles: ['analyst'] },
    ]);
    expect((await run(['tokens', 'revoke', id])).code).toBe(0);
    expect((await run(['tokens', 'list'])).out).toMatch(/Nothing is paired/);
  });

  it('policy export says that there is none, and policy import what a policy file is', async () => {
    expect(await run(['policy', 'export', join(directory, 'policy.json')])).toMatchObject({
      code: 2,
      error: expect.stringMatching(/No policy is in force/),
    });
    expect(await run(['policy', 'import', fileOf('a.json', '{}')])).toMatchObject({
      code: 2,
      error: expect.stringMatching(/no policy file/),
    });
  });

  it('doctor says what works and how to mend what does not', async () => {
    const { lines } = await run(['doctor', '--json', '--port', '1']);
    expect(lines().map(({ what }: { what: string }) => what.split(' ')[0])).toEqual([
      'Node',
      'Database',
      'Keychain',
      'Service',
      'Browser',
      'Ollama',
    ]);
    for (const { state, mend } of lines()) if (state !== 'works') expect(mend).toBeTruthy();
  });
});
