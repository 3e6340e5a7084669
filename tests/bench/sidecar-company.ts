import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCandidateReader } from '../../sidecar/import/candidate-reader.ts';
import { importCandidateTable } from '../../sidecar/import/import-candidates.ts';
import type { SampleCompany } from '../../sidecar/sample-company/generate.ts';
import { createClients } from '../../sidecar/security/clients.ts';
import { openAttributes } from '../../sidecar/storage/attributes.ts';
import { openStore } from '../../sidecar/storage/store.ts';
import { type Row, withGoal } from './detection-row.ts';

/** Imports the people; the rate is from the file on the disk to the last commit, without the program's start. */
export async function importPeople(data: string, { candidates }: SampleCompany): Promise<Row> {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const lines = candidates.map(({ externalId, text }) => `${externalId},${quoted(text)}`);
  const file = join(data, 'people.csv');
  const content = ['Candidate ID,Resume text', ...lines].join('\n');
  writeFileSync(file, content);
  const reader = createCandidateReader();
  const store = openStore(data);
  const start = performance.now();
  const used = process.cpuUsage();
  const { imported } = await importCandidateTable(file, {}, { store, reader });
  const { user, system } = process.cpuUsage(used);
  const elapsed = (performance.now() - start) / 1000;
  store.close();
  return withGoal(
    {
      name: 'import of a CSV file, without embeddings',
      value: imported / elapsed,
      unit: 'candidates/s',
      note: `${imported.toLocaleString('en')} of ${Math.round(content.length / candidates.length)} characters each, processor ${((user + system) / 1e6).toFixed(1)} s of ${elapsed.toFixed(1)} s`,
    },
    { atLeast: 2000 },
  );
}

/** Completes the synthetic company, so that a training run can use it. */
export function importRest(data: string, { postings, selfReports, statements }: SampleCompany): void {
  const store = openStore(data);
  const attributes = openAttributes(data);
  attributes.transaction(() => {
    for (const report of selfReports) attributes.save(report);
  });
  store.transaction(() => {
    for (const posting of postings) store.postings.save(posting);
    for (const statement of statements) store.statements.save(statement);
    store.settings.update({ measuring: true, optimising: true });
  });
  attributes.close();
  store.close();
}

/** A token for both roles. */
export function issueToken(data: string): string {
  const store = openStore(data);
  const { token } = createClients(store.tokens, () => new Date()).issue('benchmark', [
    'analyst',
    'recruiter',
  ]);
  store.close();
  return token;
}
