import type { CandidateRecord } from '../../shared/protocol/candidate.ts';
import { readQualification } from '../qualification/qualification.ts';
import { createRedactor } from '../qualification/redaction.ts';
import { loadTaxonomy } from '../qualification/taxonomy/taxonomy.ts';
import type { StoredQualification } from '../storage/candidates.ts';
import type { CandidateReader } from './import-candidates.ts';

/** Reads candidates with the project's own redaction and taxonomy, which are loaded when the first one comes. */
export function createCandidateReader(): CandidateReader {
  let redactor: ReturnType<typeof createRedactor> | undefined;
  const redact: CandidateReader['redact'] = (text, names = []) => {
    redactor ??= createRedactor(loadTaxonomy());
    return redactor(text, { names });
  };

  function qualify(record: CandidateRecord): StoredQualification {
    const { occupations, skills, licences, years } = readQualification(loadTaxonomy(), record);
    return {
      occupations: [...occupations].sort(),
      skills: [...skills].sort(),
      licences: [...licences].sort(),
      ...(years === undefined ? {} : { years }),
    };
  }

  return {
    version: '1',
    redact,
    read(record, names) {
      const { externalId, occupation, skills = [], licences = [], yearsOfExperience } = record;
      const text = redact(record.text, names);
      return {
        externalId,
        text,
        ...(occupation === undefined ? {} : { occupation }),
        skills,
        licences,
        ...(yearsOfExperience === undefined ? {} : { yearsOfExperience }),
        qualification: qualify({ ...record, text }),
      };
    },
  };
}
