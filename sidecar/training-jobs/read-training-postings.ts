import { CommandError } from '../commands/context.ts';
import { columnValue, openTable } from './read-table.ts';

export interface TrainingPosting {
  readonly id: string;
  readonly text: string;
  readonly employer?: string;
}

const idColumns = ['id', 'posting id', 'external id', 'job id', 'job description id'];
const titleColumns = ['title', 'job title', 'position'];
const textColumns = ['text', 'job description', 'description', 'posting', 'body', 'job ad'];
const employerColumns = ['employer', 'company', 'company name', 'organization', 'organisation'];

/**
 * Reads postings from one table; the title stands before the text unless the text opens with it. Equal texts count once.
 * @throws CommandError when no posting is in it
 */
export async function readTrainingPostings(
  file: string,
  signal?: AbortSignal,
): Promise<{ postings: TrainingPosting[]; rejected: { line: number; why: string }[]; hash: string }> {
  const { hash, rows } = await openTable(file, signal);
  const postings: TrainingPosting[] = [];
  const rejected: { line: number; why: string }[] = [];
  const seen = new Set<string>();
  for await (const row of rows) {
    if ('problem' in row) {
      rejected.push({ line: row.line, why: row.problem });
      continue;
    }
    const body = columnValue(row.record, textColumns);
    if (body === '') {
      rejected.push({
        line: row.line,
        why: `there is no text; name its column one of ${textColumns.join(', ')}`,
      });
      continue;
    }
    const title = columnValue(row.record, titleColumns);
    const text =
      title === '' || body.toLowerCase().startsWith(title.toLowerCase()) ? body : `${title}\n\n${body}`;
    if (seen.has(text)) continue;
    seen.add(text);
    const employer = columnValue(row.record, employerColumns);
    const id = columnValue(row.record, idColumns) || `line ${row.line}`;
    postings.push({ id, text, ...(employer === '' ? {} : { employer }) });
  }
  if (postings.length === 0) {
    const why = rejected[0] ? ` Line ${rejected[0].line}: ${rejected[0].why}.` : '';
    throw new CommandError(`${file}: there is no posting in it.${why}`);
  }
  return { postings, rejected, hash };
}
