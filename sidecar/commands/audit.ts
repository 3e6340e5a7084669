import type { Command } from 'commander';
import { z } from 'zod';
import { auditRanking } from '../../shared/fairness/ranking-audit.ts';
import { auditSelections } from '../../shared/fairness/selection-audit.ts';
import { createRandom } from '../../shared/random.ts';
import { plural } from '../reports/format.ts';
import { auditLine, scoringLine } from './audit-line.ts';
import { auditTable } from './audit-table.ts';
import { collect, readOptions } from './common-options.ts';
import { type CommandContext, CommandError, type CommonOptions, type RegisterCommand } from './context.ts';
import { createProgressBar } from './progress-bar.ts';
import { readSelectionFile } from './selection-file.ts';

const mostAttributes = 5;

const ownOptions = {
  selected: z.string(),
  attribute: z.array(z.string()).min(1),
  stratify: z.string().optional(),
  score: z.string().optional(),
  rank: z.string().optional(),
  relevance: z.string().optional(),
  person: z.string().optional(),
};
type AuditOptions = CommonOptions & z.infer<z.ZodObject<typeof ownOptions>>;

/** `autorefine audit FILE.csv`: every selection measure for any table, with nothing imported. */
export const registerAudit: RegisterCommand = (program, context) => {
  program
    .command('audit')
    .description(
      'fairness figures for a table with one row a person: was each group selected at the same rate?',
    )
    .argument('<file>', 'CSV file with a header line')
    .requiredOption('--selected <column>', 'column that says who was selected (1/0, yes/no, true/false)')
    .requiredOption(
      '--attribute <column>',
      'column with the group; give it again for more attributes',
      collect,
    )
    .option('--stratify <column>', 'compare within requisitions or departments (Cochran-Mantel-Haenszel)')
    .option(
      '--score <column>',
      'numeric score: the scoring rate of New York City Local Law 144, and who stands where in the ranking',
    )
    .option('--rank <column>', 'place in a list, 1 = best: who stands where in the ranking')
    .option('--relevance <column>', 'worth of a person by another source, for exposure per relevance')
    .option('--person <column>', 'who the row is about, where people applied more than once')
    .action(async (file: string, _options: unknown, command: Command) => {
      await runAudit(file, readOptions(command, ownOptions), context);
    });
};

async function runAudit(file: string, options: AuditOptions, context: CommandContext): Promise<void> {
  const attributes = [...new Set(options.attribute)];
  if (attributes.length > mostAttributes) {
    throw new CommandError(
      `${attributes.length} attributes would give ${2 ** attributes.length - 1} tables; give at most ${mostAttributes}.`,
    );
  }
  if (options.relevance !== undefined && options.score === undefined && options.rank === undefined) {
    throw new CommandError('--relevance is set against places in a ranking; give --score or --rank with it.');
  }
  const { columns, numbers, rejected } = await readSelectionFile(
    file,
    {
      selected: options.selected,
      attributes,
      ...(options.stratify === undefined ? {} : { stratify: options.stratify }),
      ...(options.score === undefined ? {} : { score: options.score }),
      ...(options.rank === undefined ? {} : { rank: options.rank }),
      ...(options.relevance === undefined ? {} : { relevance: options.relevance }),
      ...(options.person === undefined ? {} : { person: options.person }),
    },
    context.signal,
  );
  if (rejected.length > 0 && !options.quiet) {
    const first = rejected.slice(0, 5).map(({ line, why }) => `  line ${line}: ${why}`);
    context.stderr.write(
      `${file}: ${plural(rejected.length, 'line')} could not be read and were left out.\n${first.join('\n')}\n`,
    );
  }
  const { score: scores, relevance } = numbers;
  // Ranks count from the best up, scores from the best down.
  const order = numbers.rank?.map((rank) => -rank) ?? scores;
  const progress = createProgressBar(context.stderr, options.quiet, () => performance.now());
  const audits = auditSelections(columns, {
    random: createRandom(options.seed),
    onProgress: (done, total) => progress.update(done, total, 'Tables'),
  });
  progress.clear();
  for (const audit of audits) {
    const scoring = scores && scoringLine(scores, audit.codes);
    const random = createRandom(options.seed).fork(`ranking ${audit.attribute}`);
    // Of known group alone, as the table says; all of them would tell how many of unknown group were selected.
    const depth = audit.groups.reduce((sum, { selected }) => sum + selected, 0);
    const ranking =
      order && auditRanking(audit.codes, order, { depth, random, ...(relevance && { relevance }) });
    const further = { ...(scoring && { scoring }), ...(ranking && { ranking }) };
    context.stdout.write(
      options.json
        ? `${JSON.stringify(auditLine(audit, options.stratify, further))}\n`
        : `${auditTable(audit, further)}\n`,
    );
  }
  if (!options.json && !options.quiet) context.stdout.write(`${footnote}\n`);
}

const footnote = [
  'A verdict needs at least 30 people and 5 expected selections a group. p is adjusted for the number of comparisons',
  '(Holm). An impact ratio under .80 is the four-fifths rule of thumb of 29 CFR 1607.4(D): a screen, not a proof.',
  'This is a self-assessment; it is not legal advice and not a bias audit in the sense of New York City Local Law 144.',
].join('\n');
