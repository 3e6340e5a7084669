import type { CandidatePool, Qualification, Requirements } from './recommender.ts';

/** What can be relaxed, in this order. The occupation stays. */
export const relaxationOrder = ['years', 'optional-skills', 'licences', 'skills'] as const;
export type Relaxation = (typeof relaxationOrder)[number];

export interface QualifiedPool {
  /** Candidates who meet what is left of the requirements, in pool order; of known and unknown attribute. */
  readonly members: number[];
  /** What had to be left out to reach the minimum. */
  readonly relaxed: Relaxation[];
  /** Whether the minimum was reached; when not, the answer is "not enough data". */
  readonly enough: boolean;
}

export interface QualifiedPoolOptions {
  /** Fewest people of known attribute, 100 by the design. */
  readonly minimum?: number;
  /** Candidates to look among, such as a fold; everyone when absent. */
  readonly members?: readonly number[];
  /** Whether a candidate's attribute is known; true for everyone when absent. */
  readonly known?: (candidate: number) => boolean;
}

/**
 * Candidates who meet a posting's explicit requirements, as read from its original text. Uses no score of a recommender.
 * Where too few people qualify the requirements are relaxed one after the other, and the result says which. Without a
 * recognised occupation the skills are all that says who qualifies, so they are not relaxed then.
 */
export function qualifiedPool(
  requirements: Requirements,
  pool: CandidatePool,
  options: QualifiedPoolOptions = {},
): QualifiedPool {
  const { minimum = 100, members = [...pool.ids.keys()], known = () => true } = options;
  const stated = relaxationOrder.filter((part) => states(requirements, part));
  const relaxable = stated.filter((part) => part !== 'skills' || requirements.occupation !== undefined);
  if (requirements.occupation === undefined && !stated.includes('skills')) {
    return { members: [], relaxed: [], enough: false };
  }

  const inOccupation = members.filter((candidate) => hasOccupation(requirements, pool, candidate));
  for (let count = 0; ; count += 1) {
    const relaxed = relaxable.slice(0, count);
    const kept = stated.filter((part) => !relaxed.includes(part));
    const qualified = inOccupation.filter((candidate) => {
      const qualification = pool.qualifications[candidate];
      return qualification !== undefined && kept.every((part) => meets(requirements, qualification, part));
    });
    const enough = qualified.filter(known).length >= minimum;
    if (enough || count === relaxable.length) return { members: qualified, relaxed, enough };
  }
}

function hasOccupation({ occupation }: Requirements, pool: CandidatePool, candidate: number): boolean {
  return occupation === undefined || pool.qualifications[candidate]?.occupations.has(occupation) === true;
}

function states(requirements: Requirements, part: Relaxation): boolean {
  switch (part) {
    case 'years':
      return requirements.years !== undefined;
    case 'optional-skills':
      return requirements.optionalSkills.length > 0;
    case 'licences':
      return requirements.licences.length > 0;
    case 'skills':
      return requirements.skills.length > 0;
  }
}

function meets(requirements: Requirements, qualification: Qualification, part: Relaxation): boolean {
  switch (part) {
    case 'years':
      return (qualification.years ?? -1) >= (requirements.years ?? 0);
    case 'optional-skills':
      return requirements.optionalSkills.every((skill) => qualification.skills.has(skill));
    case 'licences':
      return requirements.licences.every((licence) => qualification.licences.has(licence));
    case 'skills':
      return requirements.skills.every((skill) => qualification.skills.has(skill));
  }
}
