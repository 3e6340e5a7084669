import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { temporaryFolder } from '../temporary-folder.fixture.ts';
import { runCommand } from './run-command.fixture.ts';
import { registerTrain } from './train.ts';

let folder: string;
let postings: string;
beforeEach(() => {
  folder = temporaryFolder();
  postings = join(folder, 'postings.jsonl');
  writeFileSync(postings, `${JSON.stringify({ id: 'p', text: 'We want a rockstar developer.' })}\n`);
});

async function run(...args: string[]): Promise<string> {
  const { out } = await runCommand(registerTrain, ['train', 'model', ...args], join(folder, 'data'));
  return out;
}

it.each([
  [['--base', 'small:1b'], /no past postings; import them, or name a file with --postings/, 2],
  [['--postings', 'FILE'], /Name the model to start from with --base/, 2],
  [['--base', 'big:cloud', '--postings', 'FILE'], /cloud model/, 2],
  [['--base', 'small', '--ollama', 'http://10.0.0.4:1'], /would leave this one/, 3],
  [['--base', 'small', '--ollama', 'http://127.0.0.1:1234', '--postings', 'FILE'], /does not answer/, 3],
  [['--remove', 'absent'], /"absent" is not a trained model that is kept; these are: none/, 2],
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
