import type { CandidateReader } from '../import/import-candidates.ts';
import { generateSampleCompany } from '../sample-company/generate.ts';
import type { AttributeStore } from '../storage/attributes.ts';
import { StorageError } from '../storage/errors.ts';
import type { Store } from '../storage/store.ts';
import { removeVectorFile } from '../storage/vector-file.ts';

/** The sample company is the same everywhere, whatever seed the rest runs with. */
const sampleSeed = 1;

/** Marks an empty database as the sample company's; its people follow with `loadSample`. Both switches are on in it. */
export function claimForSample(store: Store): void {
  if (store.candidates.count() > 0 || store.postings.count() > 0) return;
  store.settings.update({ sample: true, measuring: true, optimising: true });
}

/** Writes the synthetic sample company, all of it or nothing, unless it is there already. */
export function loadSample(store: Store, attributes: AttributeStore, reader: CandidateReader): void {
  if (!store.settings.read().sample || store.candidates.count() > 0) return;
  const company = generateSampleCompany({ seed: sampleSeed });
  const candidates = company.candidates.map((record) => reader.read(record, []));
  attributes.transaction(() => {
    for (const report of company.selfReports) attributes.save(report);
  });
  store.transaction(() => {
    for (const candidate of candidates) store.candidates.save(candidate, 'sample');
    for (const posting of company.postings) store.postings.save(posting);
    for (const outcome of company.outcomes) store.outcomes.save(outcome);
    for (const statement of company.statements) store.statements.save(statement);
  });
}

/** @throws StorageError while the database holds the sample company: its figures are called synthetic, and must be. */
export function refuseSample(store: Store): void {
  if (!store.settings.read().sample) return;
  throw new StorageError(
    'This folder holds the synthetic sample company, which real people must not be mixed with.',
    'Choose another folder with --data, or take the sample out with `autorefine import … --replace-sample`.',
  );
}

/** Takes the sample company out again, so that real people never stand among synthetic ones. */
export function removeSample(store: Store, attributes: AttributeStore): void {
  if (!store.settings.read().sample) return;
  const ids = [...store.candidates.all()].map((candidate) => candidate.externalId);
  store.transaction(() => {
    for (const id of ids) store.candidates.remove(id);
    for (const posting of store.postings.all()) store.postings.remove(posting.externalId);
    for (const statement of store.statements.all()) store.statements.remove(statement.id);
    for (const kind of ['edit-effects', 'match-list', 'embedded-match-list', 'report'])
      store.measurements.clear(kind);
    store.settings.update({ sample: false, measuring: false, optimising: false });
  });
  attributes.transaction(() => {
    for (const id of ids) attributes.remove(id);
  });
  removeVectorFile(store.directory);
}
