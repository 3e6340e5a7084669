import type { PaperRow } from '../../training/paper-protocol/record.ts';
import { nothing, ratio } from '../reports/format.ts';

export function meanAndDeviation(mean: number | null, sd: number | null): string {
  return mean === null || sd === null ? nothing : `${ratio(mean)} ± ${ratio(sd)}`;
}

/** Mean paired change with its interval; a dash in the row of the originals. */
export function changeWithInterval({ change }: PaperRow['correctedQ']): string {
  if (change === null) return nothing;
  const { mean, interval } = change;
  const range = interval === null ? '' : ` [${ratio(interval.lower)}, ${ratio(interval.upper)}]`;
  return `${ratio(mean)}${range}`;
}
