import { maxPreviewLength, type TableFormat } from '../../../../shared/protocol/company-data.ts';
import { decodeText } from '../../paste/read-file.ts';

const newLine = 10;

/** Endings of the tables that can be imported. */
export const importableFiles = '.csv,.tsv,.jsonl,.ndjson';

/** What the ending of a file's name says; everything that is not JSON Lines is a table of separated values. */
export function formatOf(fileName: string): TableFormat {
  return /\.(jsonl|ndjson)$/i.test(fileName) ? 'jsonl' : 'csv';
}

/**
 * The first lines of a file as text, as many as a preview takes; a line that was cut off is left out.
 * @throws TypeError when the file holds binary data.
 */
export async function fileHead(file: File): Promise<string> {
  if (file.size <= maxPreviewLength) return decodeText(file);
  const bytes = new Uint8Array(await file.slice(0, maxPreviewLength).arrayBuffer());
  const end = bytes.lastIndexOf(newLine) + 1;
  return decodeText(new File([bytes.slice(0, end || bytes.length)], file.name));
}
