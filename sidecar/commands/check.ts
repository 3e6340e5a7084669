import type { Command } from 'commander';
import { z } from 'zod';
import { createDetector } from '../../shared/detection/detector.ts';
import type { Check } from '../../shared/protocol/check.ts';
import { compareSeverity, isMarked, type Severity, severities } from '../../shared/protocol/finding.ts';
import { collect, readOptions } from './common-options.ts';
import { type CommandContext, CommandError, exitCodes, type RegisterCommand } from './context.ts';
import { describeCheck } from './describe-check.ts';
import { createProblemList, readPostings } from './read-postings.ts';
import { readRulePacks } from './read-rule-packs.ts';
import { styleFor } from './style.ts';

const ownOptions = { failOn: z.enum(severities).optional(), packs: z.array(z.string()).default([]) };

/** `autorefine check [FILE…]`: what the detector finds, with reason and source. */
export const registerCheck: RegisterCommand = (program, context) => {
  program
    .command('check')
    .description('find wording that shuts people out, with the reason and the source')
    .argument('[files...]', '.txt, .md, .html or .jsonl; - or none for the standard input')
    .option(
      '--packs <file>',
      'rules of your own, as docs/rule-pack.schema.json says; give it again for more',
      collect,
    )
    .option(
      '--fail-on <severity>',
      `end with code 1 at findings of this severity (${severities.join(', ')})`,
      parseSeverity,
    )
    .action((files: string[], _options: unknown, command: Command) => runCheck(files, command, context));
};

async function runCheck(files: readonly string[], command: Command, context: CommandContext): Promise<void> {
  const { json, failOn, packs } = readOptions(command, ownOptions);
  const detector = createDetector({ packs: await readRulePacks(packs) });
  const problems = createProblemList(context.stderr);
  const style = styleFor(context.stdout);
  let failing = false;
  for await (const { id, text, rest } of readPostings(files, {
    stdin: context.stdin,
    onProblem: problems.add,
  })) {
    context.signal.throwIfAborted();
    const check = detector.check(text);
    failing ||= failOn !== undefined && reaches(check, failOn);
    context.stdout.write(
      json ? `${JSON.stringify({ ...rest, id, ...check })}\n` : describeCheck(id, text, check, style),
    );
  }
  problems.settle();
  if (failing) throw new CommandError('', exitCodes.findings);
}

function reaches(check: Check, severity: Severity): boolean {
  return check.findings.some(
    (finding) => isMarked(finding) && compareSeverity(finding.severity, severity) >= 0,
  );
}

function parseSeverity(value: string): Severity {
  const severity = severities.find((one) => one === value);
  if (severity === undefined) {
    throw new CommandError(`--fail-on "${value}" is not a severity; use one of ${severities.join(', ')}.`);
  }
  return severity;
}
