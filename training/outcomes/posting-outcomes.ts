import { qualifiedPool } from '../qualified-pool.ts';
import type { AttributeColumn, CandidatePool, RequirementReader } from '../recommender.ts';
import { applicantGap } from './applicant-gap.ts';

export interface PostingOutcomesOptions {
  readonly pool: CandidatePool;
  readonly attribute: AttributeColumn;
  readonly readRequirements: RequirementReader;
  readonly postings: readonly { readonly id: string; readonly text: string }[];
  /** Candidate ids of those who applied, by posting. */
  readonly applicants: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * The outcome of each past posting: how far those who applied are from those who meet its requirements. Left out: postings
 * without an applicant, and those whose qualified pool has too few people of known attribute.
 * @returns outcome by posting id, lower is better
 */
export function postingOutcomes(options: PostingOutcomesOptions): Map<string, number> {
  const { pool, attribute, readRequirements, postings, applicants } = options;
  const known = (candidate: number) => (attribute.codes[candidate] ?? -1) >= 0;
  const outcomes = new Map<string, number>();
  for (const { id, text } of postings) {
    const { members, enough } = qualifiedPool(readRequirements(text), pool, { known });
    if (!enough) continue;
    const people = members.filter(known);
    const gap = applicantGap({
      groups: Int16Array.from(people, (person) => attribute.codes[person] ?? -1),
      groupCount: attribute.groups.length,
      applied: people.flatMap((person, place) =>
        applicants.get(id)?.has(pool.ids[person] ?? '') ? [place] : [],
      ),
    });
    if (gap !== undefined) outcomes.set(id, gap);
  }
  return outcomes;
}
