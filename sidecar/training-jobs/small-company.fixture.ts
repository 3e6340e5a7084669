import { createCandidateReader } from '../import/candidate-reader.ts';
import { generateSampleCompany } from '../sample-company/generate.ts';
import { openAttributes } from '../storage/attributes.ts';
import { openStore } from '../storage/store.ts';

const title = 'Sales Representative';

/** The people and postings of one occupation of the sample company: enough to measure a list, few enough to train in seconds. */
export function loadSmallCompany(directory: string): void {
  const { candidates, selfReports, postings, statements } = generateSampleCompany({ seed: 1 });
  const people = candidates.filter(({ occupation }) => occupation === title);
  const ids = new Set(people.map(({ externalId }) => externalId));
  const reader = createCandidateReader();
  const store = openStore(directory);
  const attributes = openAttributes(directory);
  try {
    store.settings.update({ sample: true, measuring: true, optimising: true });
    attributes.transaction(() => {
      for (const report of selfReports) {
        if (report.attribute === 'gender' && ids.has(report.externalId)) attributes.save(report);
      }
    });
    store.transaction(() => {
      for (const person of people) store.candidates.save(reader.read(person, []), 'small');
      for (const posting of postings) if (posting.title === title) store.postings.save(posting);
      for (const statement of statements) store.statements.save(statement);
    });
  } finally {
    attributes.close();
    store.close();
  }
}
