import { type Command, InvalidArgumentError, Option } from 'commander';
import { z } from 'zod';
import { defaultPort } from '../../shared/protocol/sidecar.ts';
import type { CommandContext } from './context.ts';

const commonOptionsSchema = z.object({
  data: z.string(),
  seed: z.number(),
  quiet: z.boolean().default(false),
  json: z.boolean().default(false),
});

/** The options that every command takes, wherever they stand on the line. */
export function addCommonOptions(program: Command, context: CommandContext): void {
  program
    .option('--data <directory>', 'folder with the databases', parseDirectory, context.defaultDataDirectory)
    .option('--seed <number>', 'seed of everything random', parseSeed, 1)
    .option('--quiet', 'no progress and no notes')
    .option('--json', 'one JSON object a line');
}

/** The options of a command together with those of the program. */
export function readOptions<Shape extends z.ZodRawShape>(command: Command, own: Shape) {
  return commonOptionsSchema.extend(own).parse(command.optsWithGlobals());
}

/** The port of the service, for the commands that run it. */
export function servicePortOption(): Option {
  return new Option('--port <number>', 'port on 127.0.0.1; the next free one when it is taken')
    .argParser(integerBetween(0, 65535))
    .default(defaultPort);
}

/** An option that may be given several times. */
export function collect(value: string, before: readonly string[] | undefined): string[] {
  return [...(before ?? []), value];
}

/** Reads a whole number in a range. */
export function integerBetween(least: number, most: number) {
  return (value: string): number => {
    const number = Number(value);
    if (!Number.isInteger(number) || number < least || number > most) {
      throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`);
    }
    return number;
  };
}

/** A forgotten value makes the next option the folder's name. */
function parseDirectory(value: string): string {
  if (value.startsWith('-'))
    throw new InvalidArgumentError('It must be a folder; write ./-name if it begins with a dash.');
  return value;
}

const parseSeed = integerBetween(0, 2 ** 31 - 1);
