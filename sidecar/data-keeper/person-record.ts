import { resumeId } from '../import/read-resumes.ts';
import type { AttributeStore } from '../storage/attributes.ts';
import type { Store } from '../storage/store.ts';

/** The ids a person may be kept under: as given, and as the file name of a resume. */
export const idsOf = (candidate: string): string[] => [candidate, resumeId(candidate)];

/**
 * Everything kept about one person, from both databases.
 * @param candidate external id, or the file name of a resume
 * @returns undefined when nothing is kept
 */
export function readPerson(store: Store, attributes: AttributeStore, candidate: string) {
  return idsOf(candidate)
    .map((id) => ({
      candidate: store.candidates.find(id),
      outcomes: store.outcomes.ofCandidate(id),
      selfReports: attributes.ofCandidate(id),
    }))
    .find((record) => record.candidate !== undefined || record.selfReports.length > 0);
}
