import { readQualification } from '../qualification/qualification.ts';
import { loadTaxonomy } from '../qualification/taxonomy/taxonomy.ts';
import type { CandidateReader } from './import-candidates.ts';

/** Reads candidates with the project's own redaction and taxonomy. */
export function createCandidateReader(): CandidateReader {
  const taxonomy = loadTaxonomy();
  return {
    version: '1',
    redact: (text) => text,
    qualify(record) {
      const { occupations, skills, licences, years } = readQualification(taxonomy, record);
      return {
        occupations: [...occupations].sort(),
        skills: [...skills].sort(),
        licences: [...licences].sort(),
        ...(years === undefined ? {} : { years }),
      };
    },
  };
}
