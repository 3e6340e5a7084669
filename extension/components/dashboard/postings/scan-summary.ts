import type { Category } from '../../../../shared/protocol/finding.ts';
import { commonFirst } from '../overview/findings-by-month.ts';
import type { ScannedPosting } from './scan.ts';

export interface ScanSummary {
  readonly postings: number;
  /** Postings in another language or without text; they count nowhere else. */
  readonly unread: number;
  /** Median score, 0 to 100; absent when nothing was read. */
  readonly medianScore?: number;
  readonly withoutFindings: number;
  readonly withQuestions: number;
  readonly withLegalGaps: number;
  /** How many postings have at least one finding of the category, most first. */
  readonly byCategory: readonly { readonly category: Category; readonly postings: number }[];
}

/** What a bulk scan says as a whole. Counts postings, not findings, so that one long posting does not dominate. */
export function summarise(scanned: readonly ScannedPosting[]): ScanSummary {
  const read = scanned.filter((posting) => posting.score !== undefined);
  const scores = read.flatMap(({ score }) => (score === undefined ? [] : [score])).sort((a, b) => a - b);
  const medianScore = median(scores);
  return {
    postings: scanned.length,
    unread: scanned.length - read.length,
    ...(medianScore === undefined ? {} : { medianScore }),
    withoutFindings: read.filter((posting) => posting.categories.length === 0).length,
    withQuestions: read.filter((posting) => posting.questions > 0).length,
    withLegalGaps: read.filter((posting) => posting.legal > 0).length,
    byCategory: commonFirst(read),
  };
}

function median(sorted: readonly number[]): number | undefined {
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}
