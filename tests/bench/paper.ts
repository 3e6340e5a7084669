import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCommandLine } from '../../sidecar/cli.ts';
import { createRequirementReader } from '../../sidecar/qualification/requirements.ts';
import { loadTaxonomy } from '../../sidecar/qualification/taxonomy/taxonomy.ts';
import { statements } from '../../sidecar/sample-company/statements.ts';
import { readTrainingPostings } from '../../sidecar/training-jobs/read-training-postings.ts';

const biographies = '../shared/data/candidates/bios_dev.jsonl';
const postingFiles = [
  '../shared/data/postings/monster_sample_1000.csv',
  '../shared/data/postings/glassdoor_data_science_956.csv',
];
/** O*NET: accountants and auditors. */
const accountant = '13-2010';
const mostPostings = 40;

/**
 * `node --import tsx tests/bench/paper.ts [--json]`: the table of docs/paper.md, real accounting postings x real biographies, with the
 * sample company's statements as those that may be inserted.
 */
async function run(): Promise<number> {
  if (![biographies, ...postingFiles].every((file) => existsSync(file))) {
    console.error('Skipped: ../shared/data is not there.');
    return 0;
  }
  const readRequirements = createRequirementReader(loadTaxonomy());
  const read = await Promise.all(postingFiles.map((file) => readTrainingPostings(file)));
  const chosen = read
    .flatMap(({ postings }) => postings)
    .filter(({ text }) => readRequirements(text).occupation === accountant)
    .slice(0, mostPostings);
  const folder = mkdtempSync(join(tmpdir(), 'paper-'));
  try {
    const file = join(folder, 'postings.jsonl');
    writeFileSync(file, chosen.map((posting) => JSON.stringify(posting)).join('\n'));
    const approved = join(folder, 'statements.jsonl');
    writeFileSync(approved, statements.map((statement) => JSON.stringify(statement)).join('\n'));
    const given = [
      '--postings',
      file,
      '--candidates',
      biographies,
      '--attribute',
      'gender',
      '--statements',
      approved,
    ];
    return await runCommandLine(
      ['evaluate', '--protocol', 'paper', '--k', '50', ...given, ...process.argv.slice(2)],
      {
        stdin: process.stdin,
        stdout: process.stdout,
        stderr: process.stderr,
        signal: new AbortController().signal,
        defaultDataDirectory: folder,
      },
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

process.exitCode = await run();
