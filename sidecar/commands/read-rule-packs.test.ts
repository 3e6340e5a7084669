import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { runCommandLine } from '../cli.ts';
import { temporaryFolder } from '../temporary-folder.fixture.ts';
import { keptContext } from './run-command.fixture.ts';

let directory: string;
beforeEach(() => {
  directory = temporaryFolder();
});

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
  const { context, out, error } = keptContext(directory, 'We want an old hand.');
  const code = await runCommandLine(['check', '--json', ...args], context);
  return { code, out: out(), error: error() };
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
