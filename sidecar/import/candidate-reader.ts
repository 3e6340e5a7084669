import { readQualification } from '../qualification/qualification.ts';
import { createRedactor } from '../qualification/redaction.ts';
import { loadTaxonomy } from '../qualification/taxonomy/taxonomy.ts';
import type { CandidateReader } from './import-candidates.ts';

/** Reads candidates with the project's own redaction and taxonomy. */
export function createCandidateReader(): CandidateReader {
  const taxonomy = loadTaxonomy();
  const redact = createRedactor(taxonomy);
  return {
    version: '1',
    redact: (text, names = []) => redact(text, { names }),
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
