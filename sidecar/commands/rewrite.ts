import type { Command } from 'commander';
import { z } from 'zod';
import { engines, passages, type Rewrite } from '../../shared/protocol/rewrite.ts';
import { ServiceUnavailable } from '../routes/services.ts';
import { readOptions } from './common-options.ts';
import { type CommandContext, CommandError, exitCodes, type RegisterCommand } from './context.ts';
import { describeRewrite } from './describe-rewrite.ts';
import { withServices } from './open-services.ts';
import { createProgressBar } from './progress-bar.ts';
import { createProblemList, readPostings } from './read-postings.ts';
import { styleFor } from './style.ts';

const ownOptions = { engine: z.enum(engines), model: z.string().optional(), by: z.enum(passages) };

/** `autorefine rewrite [FILE…]`: a rewrite as separate edits, and what it does to the list in words. */
export const registerRewrite: RegisterCommand = (program, context) => {
  program
    .command('rewrite')
    .description('rewrite postings; facts stay as they are')
    .argument('[files...]', '.txt, .md, .html or .jsonl; - or none for the standard input')
    .option('--engine <engine>', `one of ${engines.join(', ')}`, oneOf('--engine', engines), 'policy')
    .option('--model <name>', 'local model of Ollama for the engines model and both')
    .option(
      '--by <passage>',
      `what a model rewrites at a time: ${passages.join(' or ')}`,
      oneOf('--by', passages),
      'sentence',
    )
    .action((files: string[], _options: unknown, command: Command) => runRewrite(files, command, context));
};

async function runRewrite(
  files: readonly string[],
  command: Command,
  context: CommandContext,
): Promise<void> {
  const { json, quiet, engine, model, by, ...options } = readOptions(command, ownOptions);
  const problems = createProblemList(context.stderr);
  const style = styleFor(context.stdout);
  await withServices(options, context.signal, async ({ rewriter }) => {
    const bar = createProgressBar(context.stderr, quiet, () => performance.now());
    for await (const { id, text, rest } of readPostings(files, {
      stdin: context.stdin,
      onProblem: problems.add,
    })) {
      const request = { text, engine, passage: by, ...(model === undefined ? {} : { model }) };
      const rewrite = await rewriter
        .rewrite(request, {
          signal: context.signal,
          onEvent: (event) => {
            if (event.type === 'progress')
              bar.update(event.progress.done, event.progress.total, event.progress.message);
          },
        })
        .catch(asCommandError);
      bar.clear();
      context.stdout.write(
        json ? `${JSON.stringify(toLine(id, rest, rewrite))}\n` : describeRewrite(id, text, rewrite, style),
      );
    }
  });
  problems.settle();
}

function toLine(
  id: string,
  rest: Readonly<Record<string, unknown>>,
  { text, edits, refused, estimate }: Rewrite,
) {
  return { ...rest, id, text, edits, refused, ...(estimate === undefined ? {} : { estimate }) };
}

function asCommandError(error: unknown): never {
  if (error instanceof ServiceUnavailable) {
    throw new CommandError(`${error.message} ${error.mend}`, exitCodes.missingService, { cause: error });
  }
  throw error;
}

/** Reads an option that is one of some names. */
const oneOf =
  <T extends string>(option: string, names: readonly T[]) =>
  (value: string): T => {
    const name = names.find((one) => one === value);
    if (name === undefined) {
      throw new CommandError(`${option} "${value}" is not known; use one of ${names.join(', ')}.`);
    }
    return name;
  };
