import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runCommandLine } from '../cli.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'autorefine-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

const rule = {
  id: 'age/old-hand',
  category: 'age',
  patterns: ['old hand'],
  severity: 'coded',
  evidence: { grade: 'style', source: 'our own style guide' },
  message: 'This may read as an age.',
  suggestions: ['experienced colleague'],
  flags: ['We want an old hand.', 'An old hand at sales is wanted.'],
  passes: ['We want an experienced person.', 'You have done this for years.'],
};

function fileOf(name: string, content: unknown): string {
  const path = join(directory, name);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

async function check(...args: string[]) {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const code = await runCommandLine(['check', '--json', ...args], {
    stdin: Readable.from(['We want an old hand.']),
    stdout,
    stderr,
    signal: new AbortController().signal,
    defaultDataDirectory: directory,
  });
  return { code, out: String(stdout.read() ?? ''), error: String(stderr.read() ?? '') };
}

it('checks with rules of the company as well', async () => {
  const pack = fileOf('pack.json', { name: 'ours', rules: [rule] });
  const found = await check('--packs', pack);
  expect(JSON.parse(found.out).findings).toMatchObject([{ ruleId: 'age/old-hand', text: 'old hand' }]);
  expect(JSON.parse((await check()).out).findings).toEqual([]);
});

it('names the file, the line and the reason of a pack that it does not use', async () => {
  const bad = fileOf('bad.json', { name: 'ours', rules: [{ ...rule, severity: 'dire' }] });
  expect(await check('--packs', bad)).toMatchObject({
    code: 2,
    error: expect.stringMatching(/bad\.json, line \d+: .*severity/),
  });
  const missing = join(directory, 'none.json');
  expect(await check('--packs', missing)).toMatchObject({
    code: 2,
    error: expect.stringContaining('check the path'),
  });
});
