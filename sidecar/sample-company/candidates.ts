import type { CandidateRecord, SelfReport } from '../../shared/protocol/candidate.ts';
import type { Random } from '../../shared/random.ts';
import type { Occupation } from './occupations/occupation.ts';
import { occupations } from './occupations/occupations.ts';
import { attributes, drawPerson, type Person, selfReported } from './people.ts';
import { type Wording, writeResume } from './resume.ts';

/** A synthetic person with everything that the generator knows; only `record` may reach a recommender. */
export interface SampleCandidate {
  readonly record: CandidateRecord;
  readonly person: Person;
  readonly occupation: Occupation;
  readonly terms: ReadonlySet<string>;
}

/** How many of `total` each occupation gets: by its share, rounded so that the sum is exact. */
export function countsByOccupation(total: number, among = occupations): Map<Occupation, number> {
  const whole = among.reduce((sum, { share }) => sum + share, 0);
  let given = 0;
  let shares = 0;
  return new Map(
    among.map((occupation) => {
      shares += occupation.share;
      const count = Math.round((total * shares) / whole) - given;
      given += count;
      return [occupation, count];
    }),
  );
}

export function generateCandidates(
  total: number,
  wording: Wording,
  random: Random,
  among = occupations,
): SampleCandidate[] {
  const candidates: SampleCandidate[] = [];
  for (const [occupation, count] of countsByOccupation(total, among)) {
    for (let i = 0; i < count; i += 1) {
      const externalId = `synthetic-candidate-${String(candidates.length + 1).padStart(5, '0')}`;
      const own = random.fork(externalId);
      const person = drawPerson(occupation.womenShare, own);
      const { record, terms } = writeResume(externalId, person, occupation, wording, own);
      candidates.push({ record, person, occupation, terms: new Set(terms) });
    }
  }
  return candidates;
}

/** One self-report for each attribute and person, some of them declined or unknown. */
export function selfReportsOf(
  candidates: readonly SampleCandidate[],
  recordedOn: string,
  random: Random,
): SelfReport[] {
  return candidates.flatMap(({ record, person }) =>
    attributes.map((attribute) => ({
      externalId: record.externalId,
      attribute,
      value: selfReported(person[attribute], random),
      lawfulBasis: 'synthetic sample, no real person',
      noticeVersion: 'synthetic-1',
      recordedOn,
    })),
  );
}
