import { categories } from '../../../../shared/protocol/finding.ts';
import type { ReportData } from '../../../../shared/protocol/report.ts';
import { postingMonth } from '../postings/posting-month.ts';
import type { DatedPosting } from './findings-by-month.ts';

/** The report's postings as they are counted over time. */
export function reportPostings(postings: ReportData['postings']): DatedPosting[] {
  return postings.map(({ publishedOn, findings }) => {
    const month = publishedOn === null ? undefined : postingMonth(publishedOn);
    return {
      ...(month ? { month } : {}),
      categories: categories.filter((category) => (findings[category] ?? 0) > 0),
    };
  });
}
