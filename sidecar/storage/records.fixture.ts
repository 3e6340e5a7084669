import type { SelfReport } from '../../shared/protocol/candidate.ts';
import type { StoredCandidate } from './candidates.ts';

/** A candidate of whom nothing but the text is known. */
export function candidateOf(
  externalId: string,
  text: string,
  known: Partial<StoredCandidate> = {},
): StoredCandidate {
  return {
    externalId,
    text,
    skills: [],
    licences: [],
    qualification: { occupations: [], skills: [], licences: [] },
    ...known,
  };
}

/** A self-report of gender, given with consent. */
export function selfReportOf(externalId: string, value: string, recordedOn = '2024-01-01'): SelfReport {
  return { externalId, attribute: 'gender', value, lawfulBasis: 'consent', noticeVersion: '1', recordedOn };
}
