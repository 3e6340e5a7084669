import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { Command } from 'commander';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addCommonOptions } from './common-options.ts';
import type { CommandContext } from './context.ts';
import { registerTrainModel } from './train-model.ts';

let folder: string;
let postings: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'train-model-'));
  postings = join(folder, 'postings.jsonl');
  writeFileSync(postings, `${JSON.stringify({ id: 'p', text: 'We want a rockstar developer.' })}\n`);
});
afterAll(() => rmSync(folder, { recursive: true }));

async function run(...args: string[]): Promise<string> {
  const stdout = new PassThrough();
  const context: CommandContext = {
    stdin: new PassThrough(),
    stdout,
    stderr: new PassThrough(),
    signal: new AbortController().signal,
    defaultDataDirectory: join(folder, 'data'),
  };
  const program = new Command('train').exitOverride().configureOutput({ writeErr: () => {} });
  addCommonOptions(program, context);
  registerTrainModel(program, context);
  for (const command of program.commands) command.exitOverride().configureOutput({ writeErr: () => {} });
  await program.parseAsync(['model', ...args], { from: 'user' });
  return String(stdout.read() ?? '');
}

it.each([
  [['--base', 'small:1b'], /no past postings; name a file with --postings/, 2],
  [['--postings', 'FILE'], /Name the model to start from with --base/, 2],
  [['--base', 'big:cloud', '--postings', 'FILE'], /cloud model/, 2],
  [['--base', 'small', '--ollama', 'http://10.0.0.4:1'], /would leave this one/, 3],
  [['--base', 'small', '--ollama', 'http://127.0.0.1:1234', '--postings', 'FILE'], /does not answer/, 3],
  [['--remove', 'absent'], /"absent" is not a trained model; these are: none/, 2],
])('%j says what to do', async (args, message, exitCode) => {
  const failed = run(...args.map((arg) => (arg === 'FILE' ? postings : arg)));
  await expect(failed).rejects.toThrow(message);
  await expect(failed).rejects.toMatchObject({ exitCode });
});

it('refuses an address that is none', async () => {
  await expect(run('--base', 'small', '--ollama', 'here')).rejects.toThrow(/must be an address such as/);
});

it('lists no models before one was trained', async () => {
  expect(await run('--list')).toBe('No model was trained yet.\n');
});
