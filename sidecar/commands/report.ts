import { createHash } from 'node:crypto';
import { rename, writeFile } from 'node:fs/promises';
import { dirname, extname, resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { z } from 'zod';
import type { ReportData } from '../../shared/protocol/report.ts';
import { type Browser, findBrowsers } from '../browser/find-browser.ts';
import { collectReport } from '../reports/collect-report.ts';
import { NoBrowserError } from '../reports/pdf.ts';
import type { ReportFile } from '../reports/render-report.ts';
import type { ReportSource } from '../reports/report-source.ts';
import { type ReportFormat, reportFormats } from '../routes/services.ts';
import { collect, readOptions } from './common-options.ts';
import { type CommandContext, CommandError, exitCodes, type RegisterCommand } from './context.ts';
import { createReportDeskOpener } from './open-services.ts';

/** What a report was made of, for the log and for the warning about successive reports. */
export interface MadeReport {
  readonly madeOn: string;
  readonly format: ReportFormat;
  readonly people: number;
  readonly sha256: string;
}

/** The reads a report needs, and where it is noted that one was made. */
export interface ReportDesk {
  readonly source: ReportSource;
  record(report: MadeReport): void;
}

export interface ReportCommandDependencies {
  /** Opens the data folder, hands over the reads, and closes it when `work` has ended. */
  withDesk<T>(directory: string, seed: number, work: (desk: ReportDesk) => Promise<T>): Promise<T>;
  readonly browsers?: () => readonly Browser[];
  readonly now?: () => Date;
}

const ownOptions = {
  format: z.enum(reportFormats),
  out: z.string().optional(),
  since: z.string().optional(),
  until: z.string().optional(),
  department: z.string().optional(),
  attribute: z.array(z.string()).optional(),
};

/** `autorefine report`: the fairness report over the data folder, as HTML, PDF, CSV or JSON. */
export function createReportCommand(dependencies: ReportCommandDependencies): RegisterCommand {
  return (program, context) => {
    program
      .command('report')
      .description('write the fairness report over the data folder')
      .addOption(
        new Option('--format <format>', 'form of the report').choices([...reportFormats]).default('html'),
      )
      .option('--out <file>', 'file to write (default: fairness-report.<format>)')
      .option('--since <day>', 'first day of the applications, such as 2026-01-31', parseDay)
      .option('--until <day>', 'last day of the applications', parseDay)
      .option('--department <name>', 'one department only')
      .option('--attribute <name>', 'self-reported attribute; give it again for more (default: all)', collect)
      .action((_options: unknown, command: Command) => runReport(command, context, dependencies));
  };
}

/** `autorefine report` over the data folder that the command line names. */
export const registerReport: RegisterCommand = (program, context) =>
  createReportCommand({ withDesk: createReportDeskOpener(context, () => program.opts().quiet === true) })(
    program,
    context,
  );

async function runReport(
  command: Command,
  context: CommandContext,
  { withDesk, browsers = findBrowsers, now = () => new Date() }: ReportCommandDependencies,
): Promise<void> {
  const options = readOptions(command, ownOptions);
  const { format, since, until, department, attribute } = options;
  const madeOn = now().toISOString().slice(0, 10);
  const path = resolve(options.out ?? `fairness-report.${format}`);
  await withDesk(options.data, options.seed, async ({ source, record }) => {
    const data = collectOrExplain(source, {
      madeOn,
      ...(since === undefined ? {} : { since }),
      ...(until === undefined ? {} : { until }),
      ...(department === undefined ? {} : { department }),
      ...(attribute === undefined ? {} : { attributes: attribute }),
    });
    const write = async (files: readonly ReportFile[], base: string) => {
      for (const file of files) {
        const target = file.part === undefined ? base : withPart(base, file.part);
        const sha256 = await writeReport(target, file.body);
        if (file === files[0]) record({ madeOn, format, people: data.about.applications ?? 0, sha256 });
        context.stdout.write(
          options.json ? `${JSON.stringify({ path: target, sha256 })}\n` : `${target}\nsha256 ${sha256}\n`,
        );
      }
    };
    // Loaded here, because the charts bring several hundred files that no other command needs.
    const { renderReport } = await import('../reports/render-report.ts');
    try {
      await write(await renderReport(data, format, { browser: browsers()[0], signal: context.signal }), path);
    } catch (error) {
      if (!(error instanceof NoBrowserError)) throw error;
      await write(await renderReport(data, 'html'), withExtension(path, '.html'));
      throw new CommandError(
        `${error.message} The same pages were written as HTML instead; any browser prints them.`,
        exitCodes.missingService,
        { cause: error },
      );
    }
  });
}

function collectOrExplain(source: ReportSource, request: Parameters<typeof collectReport>[1]): ReportData {
  try {
    return collectReport(source, request);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new CommandError(`--attribute: ${error.message}.`, exitCodes.usage, { cause: error });
  }
}

/** Writes beside the target and renames, so that a report is there whole or not at all. Returns its SHA-256. */
async function writeReport(path: string, body: string | Uint8Array): Promise<string> {
  const unfinished = `${path}.part`;
  try {
    await writeFile(unfinished, body, { mode: 0o600 });
    await rename(unfinished, path);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new CommandError(
      `The report could not be written to ${path}: ${why}. Check that the folder ${dirname(path)} exists and may be written, or give another --out.`,
      exitCodes.usage,
      { cause: error },
    );
  }
  return createHash('sha256').update(body).digest('hex');
}

function withPart(path: string, part: string): string {
  const extension = extname(path);
  return `${path.slice(0, path.length - extension.length)}-${part}${extension}`;
}

function withExtension(path: string, extension: string): string {
  return `${path.slice(0, path.length - extname(path).length)}${extension}`;
}

function parseDay(value: string): string {
  const day = z.iso.date().safeParse(value);
  if (day.success) return day.data;
  throw new CommandError(`"${value}" is not a day. Write it as year-month-day, such as 2026-01-31.`);
}
