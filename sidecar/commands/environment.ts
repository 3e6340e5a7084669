import { randomInt } from 'node:crypto';
import { join } from 'node:path';
import type { Command } from 'commander';
import { z } from 'zod';
import packageFile from '../../package.json' with { type: 'json' };
import { createDetector } from '../../shared/detection/detector.ts';
import { isMarked } from '../../shared/protocol/finding.ts';
import type { Market } from '../../training/policy-rewriter.ts';
import { createEnvironmentApp } from '../environment-server/app.ts';
import { createScorer } from '../environment-server/scorer.ts';
import { isLoopback, serveEnvironment } from '../environment-server/serve-environment.ts';
import { readOrMakeToken } from '../environment-server/token.ts';
import { createMarketSource } from '../market/market.ts';
import { createRequirementReader } from '../qualification/requirements.ts';
import { loadTaxonomy } from '../qualification/taxonomy/taxonomy.ts';
import { createRecommender } from '../recommender/create-recommender.ts';
import { createServiceLog } from '../security/service-log.ts';
import { readCandidates } from '../training-jobs/read-candidates.ts';
import { readTrainingPostings } from '../training-jobs/read-training-postings.ts';
import { collect, integerBetween, readOptions } from './common-options.ts';
import { type CommandContext, CommandError, exitCodes, type RegisterCommand } from './context.ts';
import { withData } from './open-services.ts';
import { createProgressBar } from './progress-bar.ts';

const ownOptions = {
  port: z.number(),
  host: z.string(),
  allowOtherMachines: z.boolean().default(false),
  tokenFile: z.string().optional(),
  candidates: z.string().optional(),
  attribute: z.array(z.string()).default([]),
  postings: z.string().optional(),
  salt: z.string(),
};
type Options = ReturnType<typeof readEnvironmentOptions>;

const readEnvironmentOptions = (command: Command) => readOptions(command, ownOptions);

/** `autorefine environment serve`: the training environment over HTTP, for trainers bigger than one machine. */
export const registerEnvironment: RegisterCommand = (program, context) => {
  program
    .command('environment')
    .description('the training environment for other trainers')
    .command('serve')
    .description('score rewrites over HTTP (own, OpenRLHF and OpenEnv forms), until Ctrl-C')
    .option('--port <number>', 'port; 0 for any free one', integerBetween(0, 65535), 47831)
    .option('--host <address>', 'address to listen on', '127.0.0.1')
    .option('--allow-other-machines', 'accept an address that other machines reach, without encryption')
    .option('--token-file <file>', 'holds the token; made when it is not there (default: in the data folder)')
    .option('--candidates <file>', '.csv or .jsonl in place of the candidates of the data folder')
    .option('--attribute <column>', 'attribute column of that file; give it again for more', collect)
    .option('--postings <file>', 'postings that an OpenEnv reset draws from')
    .option('--salt <text>', 'draws the parts of the candidates of that file', 'environment')
    .action((_options: unknown, command: Command) => runServe(readEnvironmentOptions(command), context));
};

async function runServe(options: Options, context: CommandContext): Promise<void> {
  const { signal, stdout, stderr } = context;
  if (!isLoopback(options.host) && !options.allowOtherMachines) {
    throw new CommandError(
      `--host ${options.host} can be reached from other machines, unencrypted. Use 127.0.0.1 behind a TLS proxy, or add --allow-other-machines.`,
    );
  }
  const bar = createProgressBar(stderr, options.quiet, () => performance.now());
  const market = await openMarket(options, signal, (done, total, message) =>
    bar.update(done, total, message),
  );
  bar.clear();
  const postings =
    options.postings === undefined ? [] : (await readTrainingPostings(options.postings, signal)).postings;
  const detector = createDetector();
  const tokenFile = options.tokenFile ?? join(options.data, 'environment-token');
  const app = createEnvironmentApp({
    scorer: createScorer(market),
    postings,
    findings: (text) =>
      detector
        .check(text)
        .findings.filter(isMarked)
        .map((finding) => finding.text),
    drawSeed: () => randomInt(2 ** 31),
    token: readOrMakeToken(tokenFile),
    version: packageFile.version,
    log: createServiceLog(join(options.data, 'logs', 'environment.log'), () => new Date()),
    otherMachines: options.allowOtherMachines,
  });
  const server = await serveEnvironment(app.fetch, options);
  try {
    const url = `http://${options.host}:${server.port}`;
    stdout.write(
      options.json
        ? `${JSON.stringify({ url, port: server.port, tokenFile, candidates: market.pool.ids.length })}\n`
        : `The environment answers at ${url} (${market.pool.ids.length} candidates, token in ${tokenFile}). Ctrl-C stops it.\n`,
    );
    await untilAborted(signal);
  } finally {
    await server.close();
  }
}

async function openMarket(
  { candidates, attribute, salt, seed, data }: Options,
  signal: AbortSignal,
  onProgress: (done: number, total: number, message: string) => void,
): Promise<Market> {
  if (candidates !== undefined) {
    const read = await readCandidates(candidates, attribute, signal);
    const created = await createRecommender({
      candidates: read.candidates,
      seed,
      signal,
      onProgress: ({ done, total, message }) => onProgress(done, total, message),
    });
    const readRequirements = createRequirementReader(loadTaxonomy());
    return { ...created, attributes: read.attributes, readRequirements, salt, synthetic: false };
  }
  return withData(data, async (opened) => {
    const { measuring, optimising } = opened.store.settings.read();
    if (!measuring || !optimising) {
      throw new CommandError(
        'Measuring or optimising is switched off for this company; an analyst can switch it on.',
      );
    }
    const market = await createMarketSource({ ...opened, seed, signal }).current(({ done, total, message }) =>
      onProgress(done, total, message),
    );
    if (market !== undefined && market.attributes.length > 0) return market;
    throw new CommandError(
      'There are no candidates with self-reports to measure the list with; import both, or name a file with --candidates.',
      exitCodes.missingService,
    );
  });
}

function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}
