import { PassThrough, Readable } from 'node:stream';
import { Command } from 'commander';
import { addCommonOptions } from './common-options.ts';
import type { CommandContext, RegisterCommand } from './context.ts';

/** A context whose output is kept: `out` and `error` give what was written since they were last called. */
export function keptContext(dataDirectory: string, stdin: string | Uint8Array = '') {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const context: CommandContext = {
    stdin: Readable.from([Buffer.from(stdin)]),
    stdout,
    stderr,
    signal: new AbortController().signal,
    defaultDataDirectory: dataDirectory,
  };
  const read = (stream: PassThrough) => String(stream.read() ?? '');
  return { context, out: () => read(stdout), error: () => read(stderr) };
}

/**
 * Runs one command alone, as the program with all of them would.
 * @throws CommandError as the command does, for the program to turn into a message and an exit code.
 */
export async function runCommand(
  register: RegisterCommand,
  args: readonly string[],
  dataDirectory: string,
): Promise<{ readonly out: string; readonly error: string }> {
  const { context, out, error } = keptContext(dataDirectory);
  const program = new Command('autorefine').exitOverride().configureOutput({ writeErr: () => {} });
  addCommonOptions(program, context);
  register(program, context);
  await program.parseAsync(args, { from: 'user' });
  return { out: out(), error: error() };
}
