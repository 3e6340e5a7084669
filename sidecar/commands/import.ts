import { readdir, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import type { Command } from 'commander';
import { z } from 'zod';
import type { ImportSummary } from '../../shared/protocol/sidecar.ts';
import { createCandidateReader } from '../import/candidate-reader.ts';
import { MappingError, parseMapping } from '../import/column-mapping.ts';
import { BinaryFileError } from '../import/decode.ts';
import {
  type ImportOptions,
  importCandidateTable,
  importResumes,
  resumeExtensions,
  tableExtensions,
} from '../import/import-candidates.ts';
import { importOutcomes } from '../import/import-outcomes.ts';
import { parseOutcomeColumns } from '../import/outcome-rows.ts';
import { parseAttributeColumns, type SelfReportTable } from '../import/self-report-table.ts';
import { refuseSample, removeSample } from '../market/load-sample.ts';
import { toStorageError } from '../storage/errors.ts';
import { collect, readOptions } from './common-options.ts';
import { type CommandContext, CommandError, type RegisterCommand } from './context.ts';
import { describeImport } from './describe-import.ts';
import { type OpenData, withData } from './open-services.ts';
import { createProgressBar } from './progress-bar.ts';

const ownOptions = {
  map: z.array(z.string()).default([]),
  dryRun: z.boolean().default(false),
  replaceSample: z.boolean().default(false),
  attribute: z.array(z.string()).default([]),
  lawfulBasis: z.string().optional(),
  noticeVersion: z.string().optional(),
  recordedOn: z.string().optional(),
};
const subjects = ['candidates', 'outcomes'] as const;

/** `autorefine import candidates|outcomes FILE…`. */
export const registerImport: RegisterCommand = (program, context) => {
  program
    .command('import')
    .description('import candidates or outcomes; the same file again changes nothing')
    .argument('<subject>', subjects.join(' or '))
    .argument(
      '<files...>',
      'candidates: .csv, .jsonl, .pdf, .docx, .txt or folders; outcomes: .csv or .jsonl',
    )
    .option('--map <field=column>', 'which column fills a field; give it again for more', collect)
    .option('--dry-run', 'count what would happen and write nothing')
    .option('--replace-sample', 'take the synthetic sample company out first')
    .option(
      '--attribute <name=column>',
      'a column of self-reports in a table of one row a person; give it again for more',
      collect,
    )
    .option('--lawful-basis <text>', 'of the self-reports, where no column says it')
    .option('--notice-version <text>', 'of the notice that people were given, where no column says it')
    .option('--recorded-on <date>', 'day of the self-reports, such as 2024-05-31, where no column says it')
    .action((subject: string, files: string[], _options: unknown, command: Command) =>
      runImport(subject, files, command, context),
    );
};

async function runImport(
  subject: string,
  files: readonly string[],
  command: Command,
  context: CommandContext,
): Promise<void> {
  const { json, quiet, data, dryRun, replaceSample, ...columns } = readOptions(command, ownOptions);
  const known = subjects.find((one) => one === subject);
  if (known === undefined)
    throw new CommandError(`import knows ${subjects.join(' and ')}, not "${subject}".`);
  if (known === 'candidates' && columns.attribute.length > 0)
    throw new CommandError(
      'Self-reports come apart from the candidates: autorefine import outcomes FILE --attribute NAME=COLUMN.',
    );
  const bar = createProgressBar(context.stderr, quiet, () => performance.now());
  const options: ImportOptions = {
    dryRun,
    signal: context.signal,
    onProgress: (done) => bar.update(done, undefined, 'Imported'),
    onNote: (note) => {
      if (!quiet) context.stderr.write(`${note}\n`);
    },
  };
  await withData(data, async (open) => {
    if (replaceSample && !dryRun) removeSample(open.store, open.attributes);
    if (!dryRun) refuseSample(open.store);
    for await (const summary of importAll(known, await listFiles(files), columns, options, open)) {
      bar.clear();
      context.stdout.write(json ? `${JSON.stringify(summary)}\n` : describeImport(summary, dryRun));
      const { imported, updated, rejected } = summary;
      if (known === 'candidates' && rejected.length > 0)
        options.onNote?.(
          'The columns of a table are chosen with --map FIELD=COLUMN, such as --map text=Profile.',
        );
      if (!dryRun) {
        open.store.auditLog.add('command line', 'imported', {
          subject,
          imported,
          updated,
          rejected: rejected.length,
        });
      }
    }
  }).catch(asCommandError);
}

type ColumnOptions = Pick<
  z.infer<z.ZodObject<typeof ownOptions>>,
  'map' | 'attribute' | 'lawfulBasis' | 'noticeVersion' | 'recordedOn'
>;

function selfReportTable({
  attribute,
  ...everywhere
}: Omit<ColumnOptions, 'map'>): SelfReportTable | undefined {
  return attribute.length === 0 ? undefined : { attributes: parseAttributeColumns(attribute), ...everywhere };
}

async function* importAll(
  subject: (typeof subjects)[number],
  files: readonly string[],
  { map, ...columns }: ColumnOptions,
  options: ImportOptions,
  data: OpenData,
): AsyncGenerator<ImportSummary> {
  if (subject === 'outcomes') {
    const named = { map: parseOutcomeColumns(map), selfReports: selfReportTable(columns) };
    for (const file of files) yield await importOutcomes(file, { ...options, ...named }, data);
    return;
  }
  const dependencies = { store: data.store, reader: createCandidateReader() };
  const isTable = (file: string) => tableExtensions.some((one) => one === extname(file).toLowerCase());
  const mapping = parseMapping(map);
  for (const file of files.filter(isTable)) {
    yield await importCandidateTable(file, { ...options, map: mapping }, dependencies);
  }
  const resumes = files.filter((file) => !isTable(file));
  if (resumes.length === 0) return;
  const summary = await importResumes(resumes, options, dependencies);
  const named = summary.rejected.map(({ line, why }) => ({
    line,
    why: `${basename(resumes[line - 1] ?? '')}: ${why}`,
  }));
  yield { ...summary, rejected: named };
}

/** Folders become the files in them that can be read; a file that cannot is named at once. */
async function listFiles(paths: readonly string[]): Promise<string[]> {
  const readable = [...tableExtensions, ...resumeExtensions];
  const isReadable = (name: string) => readable.some((one) => one === extname(name).toLowerCase());
  const found: string[] = [];
  for (const path of paths) {
    const info = await stat(path).catch(() => undefined);
    if (info === undefined)
      throw new CommandError(`${path}: there is no such file or folder; check the path.`);
    if (info.isDirectory()) {
      const names = (await readdir(path, { recursive: true })).filter(isReadable).sort();
      found.push(...names.map((name) => join(path, name)));
    } else if (isReadable(path)) found.push(path);
    else throw new CommandError(`${path}: files to import end in ${readable.join(', ')}; convert it first.`);
  }
  if (found.length === 0) throw new CommandError(`There is no file to import in ${paths.join(', ')}.`);
  return found;
}

function asCommandError(error: unknown): never {
  if (error instanceof MappingError || error instanceof BinaryFileError) {
    throw new CommandError(error.message, undefined, { cause: error });
  }
  const storage = toStorageError(error);
  if (storage !== undefined)
    throw new CommandError(`${storage.message} ${storage.mend}`, undefined, { cause: error });
  throw error;
}
