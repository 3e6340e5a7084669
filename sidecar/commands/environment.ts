import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import type { Command } from 'commander';
import { z } from 'zod';
import packageFile from '../../package.json' with { type: 'json' };
import { createDetector } from '../../shared/detection/detector.ts';
import { isMarked } from '../../shared/protocol/finding.ts';
import type { Statement } from '../../shared/protocol/sidecar.ts';
import type { Market } from '../../training/policy-rewriter.ts';
import { createEnvironmentApp } from '../environment-server/app.ts';
import {
  isOneOfGroup,
  leaveGroup,
  type Ready,
  reportReady,
  runProcessGroup,
} from '../environment-server/process-group.ts';
import { createScorer } from '../environment-server/scorer.ts';
import { serveEnvironment } from '../environment-server/serve-environment.ts';
import { readOrMakeToken } from '../environment-server/token.ts';
import { createMarketSource } from '../market/market.ts';
import { createRequirementReader } from '../qualification/requirements.ts';
import { loadTaxonomy } from '../qualification/taxonomy/taxonomy.ts';
import { createRecommender } from '../recommender/create-recommender.ts';
import { isLoopbackHost } from '../recommender/loopback.ts';
import { createServiceLog } from '../security/service-log.ts';
import { readCandidates } from '../training-jobs/read-candidates.ts';
import { readStatements } from '../training-jobs/read-statements.ts';
import { readTrainingPostings } from '../training-jobs/read-training-postings.ts';
import { collect, integerBetween, readOptions } from './common-options.ts';
import { type CommandContext, CommandError, exitCodes, type RegisterCommand } from './context.ts';
import { withData } from './open-services.ts';
import { createProgressBar } from './progress-bar.ts';
import { addRecommenderOptions, chosenForRanking, recommenderOptions } from './recommender-choice-options.ts';
import { untilAborted } from './until-aborted.ts';

const ownOptions = {
  port: z.number(),
  host: z.string(),
  allowOtherMachines: z.boolean().default(false),
  tokenFile: z.string().optional(),
  candidates: z.string().optional(),
  attribute: z.array(z.string()).default([]),
  postings: z.string().optional(),
  statements: z.string().optional(),
  processes: z.number(),
  salt: z.string(),
  ...recommenderOptions,
};
type Options = ReturnType<typeof readEnvironmentOptions>;

const readEnvironmentOptions = (command: Command) => readOptions(command, ownOptions);

/** `autorefine environment serve`: the training environment over HTTP, for trainers bigger than one machine. */
export const registerEnvironment: RegisterCommand = (program, context) => {
  const environment = program
    .command('environment')
    .description('the training environment for other trainers');
  addRecommenderOptions(environment.command('serve'))
    .description('score rewrites over HTTP (own, OpenRLHF and OpenEnv forms), until Ctrl-C')
    .option('--port <number>', 'port; 0 for any free one', integerBetween(0, 65535), 47831)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--allow-other-machines', 'accept an address that other machines reach, without encryption')
    .option('--token-file <file>', 'holds the token; made when it is not there (default: in the data folder)')
    .option('--candidates <file>', '.csv or .jsonl in place of the candidates of the data folder')
    .option('--attribute <column>', 'attribute column of that file; give it again for more', collect)
    .option('--postings <file>', 'postings that an OpenEnv reset draws from')
    .option(
      '--statements <file>',
      'approved statements that a rewrite may add (default: those of the data folder)',
    )
    .option(
      '--processes <number>',
      'processes behind the one address, each with all candidates',
      integerBetween(1, 64),
      1,
    )
    .option('--salt <text>', 'draws the parts of the candidates of that file', 'environment')
    .action((_options: unknown, command: Command) => runServe(readEnvironmentOptions(command), context));
};

async function runServe(options: Options, context: CommandContext): Promise<void> {
  const { signal, stdout } = context;
  if (!isLoopbackHost(options.host) && !options.allowOtherMachines) {
    throw new CommandError(
      `--host ${options.host} can be reached from other machines, unencrypted. Use 127.0.0.1 behind a TLS proxy, or add --allow-other-machines.`,
    );
  }
  const tokenFile = options.tokenFile ?? join(options.data, 'environment-token');
  const token = readOrMakeToken(tokenFile);
  const announce = ({ port, candidates }: Ready) => {
    const url = `http://${options.host}:${port}`;
    const line = options.json
      ? JSON.stringify({ url, port, tokenFile, candidates, processes: options.processes })
      : `The environment answers at ${url} (${candidates} candidates, token in ${tokenFile}). Ctrl-C stops it.`;
    stdout.write(`${line}\n`);
  };
  if (options.processes > 1 && !isOneOfGroup) {
    return runProcessGroup(options.processes, signal, announce);
  }
  try {
    await serveHere(options, token, context, isOneOfGroup ? reportReady : announce);
  } finally {
    leaveGroup();
  }
}

/** Serves in this process until the signal ends. */
async function serveHere(
  options: Options,
  token: string,
  { signal, stderr }: CommandContext,
  onReady: (ready: Ready) => void,
): Promise<void> {
  const bar = createProgressBar(stderr, options.quiet || isOneOfGroup, () => performance.now());
  const { market, statements } = await openCompany(options, signal, (done, total, message) =>
    bar.update(done, total, message),
  );
  bar.clear();
  const postings =
    options.postings === undefined ? [] : (await readTrainingPostings(options.postings, signal)).postings;
  const detector = createDetector();
  const app = createEnvironmentApp({
    scorer: createScorer(
      market,
      statements.map(({ text }) => text),
    ),
    postings,
    findings: (text) =>
      detector
        .check(text)
        .findings.filter(isMarked)
        .map((finding) => finding.text),
    drawSeed: () => randomInt(2 ** 31),
    token,
    version: packageFile.version,
    log: createServiceLog(join(options.data, 'logs', 'environment.log'), () => new Date()),
    otherMachines: options.allowOtherMachines,
  });
  const server = await serveEnvironment(app.fetch, options);
  try {
    onReady({ port: server.port, candidates: market.pool.ids.length });
    await untilAborted(signal);
  } finally {
    await server.close();
  }
}

/** Whom the list is of, and what the company's people said may be added to a posting. */
async function openCompany(
  options: Options,
  signal: AbortSignal,
  onProgress: (done: number, total: number, message: string) => void,
): Promise<{ market: Market; statements: readonly Statement[] }> {
  const { candidates, attribute, salt, seed, data } = options;
  const choice = chosenForRanking(options);
  const given =
    options.statements === undefined ? undefined : await readStatements(options.statements, signal);
  if (candidates !== undefined) {
    const read = await readCandidates(candidates, attribute, signal);
    const created = await createRecommender({
      candidates: read.candidates,
      choice,
      seed,
      signal,
      onProgress: ({ done, total, message }) => onProgress(done, total, message),
    });
    const readRequirements = createRequirementReader(loadTaxonomy());
    const market = { ...created, attributes: read.attributes, readRequirements, salt, synthetic: false };
    return { market, statements: given ?? [] };
  }
  return withData(data, async (opened) => {
    const { measuring, optimising } = opened.store.settings.read();
    if (!measuring || !optimising) {
      throw new CommandError(
        'Measuring or optimising is switched off for this company; an analyst can switch it on.',
      );
    }
    const source = createMarketSource({ ...opened, seed, signal, recommender: choice });
    const market = await source.current(({ done, total, message }) => onProgress(done, total, message));
    if (market !== undefined && market.attributes.length > 0) {
      return { market, statements: given ?? opened.store.statements.all() };
    }
    throw new CommandError(
      'There are no candidates with self-reports to measure the list with; import both, or name a file with --candidates.',
      exitCodes.missingService,
    );
  });
}
