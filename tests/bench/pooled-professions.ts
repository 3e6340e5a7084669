import type { CandidatePool, RequirementReader } from '../../training/recommender.ts';

const everyone = 'everyone';

/**
 * Takes occupations out of who qualifies: with five to some hundred people an occupation most lists could not be measured. With few
 * people to a posting's skills those are relaxed too; they still count for the relevance.
 */
export function poolProfessions(
  pool: CandidatePool,
  read: RequirementReader,
): { pool: CandidatePool; readRequirements: RequirementReader } {
  return {
    pool: {
      ...pool,
      qualifications: pool.qualifications.map((one) => ({ ...one, occupations: new Set([everyone]) })),
    },
    readRequirements: (text) => ({ ...read(text), occupation: everyone }),
  };
}
