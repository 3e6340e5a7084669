import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommandLine } from '../../sidecar/cli.ts';
import { generateWorld } from '../../sidecar/sample-company/planted-bias.ts';
import {
  accountantOptions,
  hasAccountants,
  readAccountingPostings,
  readMixedPostings,
} from '../paper/accountants.ts';
import { companyOptions } from '../paper/synthetic-company.ts';

/** Postings of other trades beside the accounting ones. */
const otherTrades = 24;
const company = { seed: 1, candidates: 1200, postings: 24 };

/**
 * `npm run bench:paper -- [--mixed | --planted] [--model NAME] [--tuned NAME] [--answers FILE] [--encoder NAME] [--ollama URL]
 * [--figure FILE] [--markdown FILE] [--json] [--salt TEXT]`: table and figure of docs/paper.md, on real accounting postings and
 * biographies; with `--mixed` on more of them and on other trades that have wording to change; with `--planted` on a synthetic
 * company in whose candidates a bias is planted.
 */
async function run(options: readonly string[]): Promise<number> {
  const [planted, mixed] = ['--planted', '--mixed'].map((set) => options.includes(set));
  if (!planted && !hasAccountants) {
    console.error('Skipped: ../shared/data is not there.');
    return 0;
  }
  const folder = mkdtempSync(join(tmpdir(), 'paper-'));
  const { stdin, stdout, stderr } = process;
  try {
    const given = planted
      ? [...companyOptions(folder, generateWorld(company)), '--synthetic']
      : accountantOptions(folder, await (mixed ? readMixedPostings(otherTrades) : readAccountingPostings()));
    const asked = options.filter((option) => !['--planted', '--mixed'].includes(option));
    const signal = new AbortController().signal;
    return await runCommandLine(['evaluate', '--protocol', 'paper', ...given, ...asked], {
      ...{ stdin, stdout, stderr, signal },
      defaultDataDirectory: folder,
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

process.exitCode = await run(process.argv.slice(2));
