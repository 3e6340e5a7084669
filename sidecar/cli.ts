import { Command, CommanderError } from 'commander';
import packageFile from '../package.json' with { type: 'json' };
import { addCommonOptions, readOptions } from './commands/common-options.ts';
import { type CommandContext, CommandError, exitCodes } from './commands/context.ts';
import { modulesNamed } from './commands/registry.ts';
import { unlockDataFolder } from './commands/unlock.ts';
import { toStorageError } from './storage/errors.ts';

/**
 * Runs one command line.
 * @param args what stands after the program's name.
 * @returns the exit code of the contract: 0 done, 1 findings, 2 wrong use or bad input, 3 a needed service is missing.
 */
export async function runCommandLine(args: readonly string[], context: CommandContext): Promise<number> {
  const program = new Command('autorefine')
    .description('Wording in job postings that shuts people out: find it, rewrite it, measure what it does.')
    .version(packageFile.version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => context.stdout.write(text),
      writeErr: (text) => context.stderr.write(text),
    });
  addCommonOptions(program, context);
  const registered = await Promise.all(modulesNamed(args).map((module) => module.load()));
  for (const register of registered) register(program, context);
  program.hook('preAction', (_program, command) => unlockDataFolder(readOptions(command, {}).data, context));
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCodes.done;
  } catch (error) {
    return report(error, context);
  }
}

function report(error: unknown, { stderr, signal }: CommandContext): number {
  // Commander has written its message already; help and version are no failure.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage;
  if (error instanceof CommandError) {
    if (error.message !== '') stderr.write(`${error.message}\n`);
    return error.exitCode;
  }
  if (signal.aborted) {
    stderr.write('Stopped. What was finished before is kept.\n');
    return exitCodes.usage;
  }
  const storage = toStorageError(error);
  if (storage !== undefined) {
    stderr.write(`${storage.message} ${storage.mend}\n`);
    return exitCodes.usage;
  }
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
  stderr.write(`This is a fault in AutoRefine, not in your input. Please report it.\n${detail}\n`);
  return exitCodes.usage;
}
