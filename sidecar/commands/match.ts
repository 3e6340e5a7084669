import type { Command } from 'commander';
import { z } from 'zod';
import type { Match } from '../../shared/protocol/sidecar.ts';
import { ServiceUnavailable } from '../routes/services.ts';
import { integerBetween, readOptions } from './common-options.ts';
import { type CommandContext, CommandError, exitCodes, type RegisterCommand } from './context.ts';
import { withServices } from './open-services.ts';
import { createProblemList, readPostings } from './read-postings.ts';
import { type Style, styleFor } from './style.ts';

const ownOptions = { k: z.number() };

/** `autorefine match [FILE…]`: the match list of a posting. It never says which groups are in it. */
export const registerMatch: RegisterCommand = (program, context) => {
  program
    .command('match')
    .description(
      'the list that the recommender returns for a posting: a measuring instrument, not for selecting people',
    )
    .argument('[files...]', '.txt, .md, .html or .jsonl; - or none for the standard input')
    .option('--k <number>', 'how many candidates', integerBetween(1, 400), 50)
    .action((files: string[], _options: unknown, command: Command) => runMatch(files, command, context));
};

async function runMatch(files: readonly string[], command: Command, context: CommandContext): Promise<void> {
  const { json, k, ...options } = readOptions(command, ownOptions);
  const problems = createProblemList(context.stderr);
  const style = styleFor(context.stdout);
  await withServices(options, context.signal, async ({ matcher }, { store }) => {
    for await (const { id, text, rest } of readPostings(files, {
      stdin: context.stdin,
      onProblem: problems.add,
    })) {
      const match = await matcher.match(text, k, context.signal).catch(asCommandError);
      context.stdout.write(
        json ? `${JSON.stringify({ ...rest, id, ...match })}\n` : describeMatch(id, match, style),
      );
    }
    store.auditLog.add('command line', 'list-seen', { candidates: k });
  });
  problems.settle();
}

function describeMatch(
  id: string,
  { candidates, qualifiedPool: { size, requirements, relaxed } }: Match,
  style: Style,
) {
  const needs = [
    requirements.occupation,
    ...requirements.skills,
    ...requirements.licences,
    requirements.years === undefined ? undefined : `${requirements.years} years`,
  ].filter((need) => need !== undefined);
  const lines = candidates.map((candidate, index) => {
    const parts = Object.entries(candidate.parts).map(([name, value]) => `${name} ${value.toFixed(3)}`);
    return `${String(index + 1).padStart(4)}  ${candidate.score.toFixed(3)}  ${candidate.id}  ${style.dim(parts.join(', '))}`;
  });
  return `${[
    style.bold(id),
    `${size} candidates meet the requirements: ${needs.join(', ') || 'none were recognised'}`,
    ...(relaxed.length > 0 ? [`To reach enough people these were left out: ${relaxed.join(', ')}`] : []),
    ...lines,
  ].join('\n')}\n\n`;
}

function asCommandError(error: unknown): never {
  if (error instanceof ServiceUnavailable) {
    throw new CommandError(`${error.message} ${error.mend}`, exitCodes.missingService, { cause: error });
  }
  throw error;
}
