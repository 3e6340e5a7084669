import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import type { Command } from 'commander';
import { z } from 'zod';
import { createDetector } from '../../shared/detection/detector.ts';
import { createRandom } from '../../shared/random.ts';
import { withCrossings } from '../../training/environment-attributes.ts';
import { evaluate } from '../../training/evaluation/evaluate.ts';
import { evaluatePaper } from '../paper-protocol/evaluate-paper.ts';
import { paperFigure } from '../paper-protocol/paper-figure.ts';
import { paperMarkdown } from '../paper-protocol/paper-markdown.ts';
import { paperTable } from '../paper-protocol/paper-table.ts';
import { createRequirementReader } from '../qualification/requirements.ts';
import { loadTaxonomy } from '../qualification/taxonomy/taxonomy.ts';
import { createRecommender } from '../recommender/create-recommender.ts';
import { evaluationTable } from '../training-jobs/evaluation-table.ts';
import { baselines, learnedMethods } from '../training-jobs/methods.ts';
import { createTask } from '../training-jobs/posting-task.ts';
import { readCandidates } from '../training-jobs/read-candidates.ts';
import { readStatements } from '../training-jobs/read-statements.ts';
import { readTrainingPostings } from '../training-jobs/read-training-postings.ts';
import { collect, integerBetween, readOptions } from './common-options.ts';
import { type CommandContext, CommandError, type RegisterCommand } from './context.ts';
import { createProgressBar } from './progress-bar.ts';
import { addRecommenderOptions, chosenForRanking, recommenderOptions } from './recommender-choice-options.ts';
import { describeLook, recordLook } from './report-look.ts';

const ownOptions = {
  postings: z.string(),
  candidates: z.string(),
  attribute: z.array(z.string()).default([]),
  k: z.number(),
  protocol: z.string(),
  model: z.string().optional(),
  tuned: z.string().optional(),
  answers: z.string().optional(),
  encoder: z.string().optional(),
  ollama: z.string().optional(),
  figure: z.string().optional(),
  markdown: z.string().optional(),
  salt: z.string(),
  statements: z.string().optional(),
  synthetic: z.boolean().default(false),
  ...recommenderOptions,
};

/** `autorefine evaluate`: every method on candidates and postings that it never saw. */
export const registerEvaluate: RegisterCommand = (program, context) => {
  addRecommenderOptions(program.command('evaluate'))
    .description('what rewriting does to the match list, on candidates and postings that no search has seen')
    .requiredOption('--postings <file>', '.csv or .jsonl with a text column')
    .requiredOption('--candidates <file>', '.csv or .jsonl with text and attribute columns')
    .option('--attribute <column>', 'self-reported attribute; give it again for more', collect)
    .option('--k <number>', 'depth of the list in the paper protocol', integerBetween(1, 400), 50)
    .option('--protocol <name>', 'autorefine, or paper for the measures of arXiv 2501.07324', 'autorefine')
    .option('--model <name>', 'local language model for more rows of the paper protocol')
    .option('--tuned <name>', 'fine-tuned model for its row of that protocol (default: the one in force)')
    .option('--answers <file>', 'keeps what that model writes, so that a run that was cut off goes on')
    .option('--encoder <name>', 'local embedding model that reads the paper protocol, never searched')
    .option('--ollama <url>', 'where Ollama answers')
    .option('--figure <file>', 'draw the paper protocol as an SVG into this file')
    .option('--markdown <file>', 'write its table as Markdown into this file')
    .option('--salt <text>', 'draws other parts of candidates and postings', 'evaluate')
    .option('--statements <file>', 'approved statements that may be inserted: .jsonl with text and topic')
    .option('--synthetic', 'say in the record that the data are synthetic')
    .action((_options: unknown, command: Command) => runEvaluate(command, context));
};

async function runEvaluate(command: Command, context: CommandContext): Promise<void> {
  const options = readOptions(command, ownOptions);
  const { signal, stdout, stderr } = context;
  if (!['autorefine', 'paper'].includes(options.protocol)) {
    throw new CommandError(`--protocol "${options.protocol}" is unknown; use autorefine or paper.`);
  }
  const choice = chosenForRanking(options);
  const read = await readCandidates(options.candidates, options.attribute, signal);
  const { postings, rejected } = await readTrainingPostings(options.postings, signal);
  noteRejected(options.candidates, read.rejected, stderr, options.quiet);
  noteRejected(options.postings, rejected, stderr, options.quiet);

  const bar = createProgressBar(stderr, options.quiet, () => performance.now());
  const { recommender, pool } = await createRecommender({
    candidates: read.candidates,
    choice,
    seed: options.seed,
    signal,
    onProgress: ({ done, total, message }) => bar.update(done, total, message),
  });
  const taxonomy = loadTaxonomy();
  const taskOptions = {
    detector: createDetector(),
    statements: options.statements === undefined ? [] : await readStatements(options.statements, signal),
    readRequirements: createRequirementReader(taxonomy),
  };
  const data = {
    recommender,
    pool,
    attributes: read.attributes,
    postings: postings.map(({ id, text, employer }) => ({
      task: createTask(id, text, taskOptions),
      employer,
    })),
    salt: options.salt,
    seed: options.seed,
    random: createRandom(options.seed),
    synthetic: options.synthetic,
    signal,
    onProgress: (done: number, total: number, message: string) => bar.update(done, total, message),
  };
  if (options.protocol === 'paper') {
    const { candidates } = read;
    const { detector } = taskOptions;
    const paper = await evaluatePaper({
      ...data,
      candidates,
      detector,
      k: options.k,
      modelName: options.model,
      tunedName: options.tuned,
      answersFile: options.answers,
      encoderName: options.encoder,
      ollamaUrl: options.ollama,
      threads: Math.max(1, Math.ceil(availableParallelism() / 2)),
    });
    bar.clear();
    if (options.figure !== undefined) await writeFile(options.figure, paperFigure(paper));
    if (options.markdown !== undefined) await writeFile(options.markdown, paperMarkdown(paper));
    stdout.write(options.json ? `${JSON.stringify(paper)}\n` : paperTable(paper));
    return;
  }
  const look = recordLook(options.data, `${options.salt} ${read.hash}`);
  const evaluation = await evaluate({ ...data, attributes: withCrossings(read.attributes) }, [
    ...baselines,
    ...learnedMethods().methods,
  ]);
  bar.clear();
  stdout.write(
    options.json
      ? `${JSON.stringify({ ...evaluation, ...(look && { look }) })}\n`
      : `${evaluationTable(evaluation)}${describeLook(look)}\n`,
  );
}

function noteRejected(
  file: string,
  rejected: readonly { line: number; why: string }[],
  stderr: NodeJS.WritableStream,
  quiet: boolean,
): void {
  if (quiet) return;
  for (const { line, why } of rejected.slice(0, 5)) stderr.write(`${file}:${line}: ${why}; left out.\n`);
  if (rejected.length > 5) stderr.write(`${file}: ${rejected.length - 5} more lines were left out.\n`);
}
