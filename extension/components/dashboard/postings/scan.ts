import type { Check } from '../../../../shared/protocol/check.ts';
import type { Category, Severity } from '../../../../shared/protocol/finding.ts';
import { severities } from '../../../../shared/protocol/finding.ts';
import type { Posting } from '../../../../shared/protocol/posting.ts';
import { postingView, textFindings } from '../../posting-view.ts';
import type { CheckServices } from '../../services/services.ts';
import type { ColumnMapping } from './column-mapping.ts';
import { postingMonth } from './posting-month.ts';

/** One past posting after the check. Counts are kept rather than findings, so that 100,000 fit into memory. */
export interface ScannedPosting {
  /** Place in the file, from 0; identifies the posting in lists. */
  readonly index: number;
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly link?: string;
  /** Month it was published, such as `2024-05`; absent when the file gives no date that can be read. */
  readonly month?: string;
  /** 0 to 100; absent when the text is not English. */
  readonly score?: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  readonly categories: readonly Category[];
  readonly questions: number;
  readonly legal: number;
}

export type TableRow = Readonly<Record<string, string>>;

/** What the scan needs of the world: the check, and a way to let the page breathe. */
export interface ScanSurroundings extends Pick<CheckServices, 'checkPosting' | 'isEnglish'> {
  /** Milliseconds from any start. */
  readonly now: () => number;
  /** Lets the page draw and answer, then goes on. */
  readonly pause: () => Promise<void>;
}

/** Longest stretch of checking without a pause, in milliseconds: under what a reader notices. */
const stretch = 12;
/** Time between two reports of progress, in milliseconds: each makes the list sort anew. */
const reportEvery = 400;

/**
 * Checks every row, in the page. `onProgress` gets what is new since the last call and how many rows are done.
 * @throws the signal's reason when aborted; what was reported until then stays valid.
 */
export async function scanPostings(
  rows: readonly TableRow[],
  mapping: ColumnMapping,
  surroundings: ScanSurroundings,
  onProgress: (fresh: readonly ScannedPosting[], done: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const { now, pause } = surroundings;
  let fresh: ScannedPosting[] = [];
  let resumed = now();
  let reported = resumed;
  for (const [index, row] of rows.entries()) {
    signal.throwIfAborted();
    fresh.push(scanRow(row, index, mapping, surroundings));
    const time = now();
    if (time - resumed < stretch) continue;
    if (time - reported >= reportEvery) {
      onProgress(fresh, index + 1);
      fresh = [];
      reported = time;
    }
    await pause();
    resumed = now();
  }
  onProgress(fresh, rows.length);
}

function scanRow(
  row: TableRow,
  index: number,
  mapping: ColumnMapping,
  { checkPosting, isEnglish }: ScanSurroundings,
): ScannedPosting {
  const cell = (column: string | undefined) => (column ? row[column]?.trim() : undefined) || undefined;
  const [text = '', title = '', link] = [cell(mapping.text), cell(mapping.title), cell(mapping.link)];
  const id = cell(mapping.id) ?? String(index + 1);
  const month = postingMonth(cell(mapping.date) ?? '');
  const base = { index, id, title, text, ...(link ? { link } : {}), ...(month ? { month } : {}) };
  if (text === '' || !isEnglish(text)) return { ...base, ...countsOf(undefined) };
  const [pay, location] = [cell(mapping.pay), cell(mapping.location)];
  const posting: Posting = {
    id,
    title,
    sections: [{ text }],
    ...(pay ? { pay } : {}),
    ...(location ? { location } : {}),
  };
  const check = checkPosting(posting);
  return { ...base, score: check.score.value, ...countsOf(check) };
}

function countsOf(check: Check | undefined) {
  const view = postingView(check ? textFindings(check) : []);
  const items = view.groups.flatMap((group) => group.items);
  const count = (severity: Severity) => items.filter(({ finding }) => finding.severity === severity).length;
  return {
    bySeverity: Object.fromEntries(severities.map((severity) => [severity, count(severity)])) as Record<
      Severity,
      number
    >,
    categories: [...new Set(items.map(({ finding }) => finding.category))],
    questions: view.questions.length,
    legal: view.legal.length,
  };
}
