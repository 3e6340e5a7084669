import type { CandidateRecord } from '../../shared/protocol/candidate.ts';
import type { Qualification } from '../../training/recommender.ts';
import { candidateOccupations } from './occupations.ts';
import { findSkills } from './skills.ts';
import type { Taxonomy } from './taxonomy/taxonomy.ts';
import { tokenise } from './tokens.ts';
import { candidateYears } from './years.ts';

/** What of a candidate's record speaks for a qualification: the text and the columns that the source had. */
export type QualifyingRecord = Pick<CandidateRecord, 'text'> & Partial<CandidateRecord>;

/**
 * Reads a candidate's qualification from the text and the record's own columns. Labels of the columns that the taxonomy
 * knows take its identifiers; others stay as they are.
 */
export function readQualification(taxonomy: Taxonomy, record: QualifyingRecord): Qualification {
  const tokens = tokenise(record.text);
  const skills = new Set(findSkills(taxonomy, record.text, tokens).map(({ skill }) => skill));
  for (const skill of record.skills ?? []) skills.add(taxonomy.skills.get(skill) ?? skill);
  const licences = new Set(taxonomy.licences.find(tokens).map(({ value }) => value));
  for (const licence of record.licences ?? []) licences.add(taxonomy.licences.get(licence) ?? licence);
  const years = record.yearsOfExperience ?? candidateYears(record.text);
  return {
    occupations: candidateOccupations(taxonomy, record.text, record.occupation),
    skills,
    licences,
    ...(years !== undefined && { years }),
  };
}
