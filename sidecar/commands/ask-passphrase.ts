import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import type { CommandContext } from './context.ts';

/** Whether there is someone to ask. */
export function canAsk({ stdin }: CommandContext): boolean {
  return 'isTTY' in stdin && stdin.isTTY === true;
}

/** Asks at the terminal without showing what is typed. */
export async function askPassphrase(
  question: string,
  { stdin, stderr, signal }: CommandContext,
): Promise<string> {
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: stdin, output: nowhere, terminal: true });
  stderr.write(`${question} `);
  try {
    return await terminal.question('', { signal });
  } finally {
    terminal.close();
    stderr.write('\n');
  }
}
