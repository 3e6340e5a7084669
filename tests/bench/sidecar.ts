import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import autocannon, { type Result } from 'autocannon';
import { createCandidateReader } from '../../sidecar/import/candidate-reader.ts';
import { importCandidateTable } from '../../sidecar/import/import-candidates.ts';
import { generateSampleCompany, type SampleCompany } from '../../sidecar/sample-company/generate.ts';
import { createClients } from '../../sidecar/security/clients.ts';
import { openAttributes } from '../../sidecar/storage/attributes.ts';
import { wholeText } from '../../sidecar/storage/postings.ts';
import { openStore } from '../../sidecar/storage/store.ts';
import { printRows, type Row, withGoal } from './detection-row.ts';
import { type RunningService, startService, startTraining } from './sidecar-service.ts';

/** `npm run bench:sidecar -- [--quick] [--json]`: import rate, match under load, and memory, on 10,000 synthetic people. */
const { values } = parseArgs({ options: { quick: { type: 'boolean' }, json: { type: 'boolean' } } });
const quick = values.quick ?? false;

const people = 10_000;
const requestsASecond = 50;
const seconds = quick ? 6 : 60;
const steadyRequests = quick ? 600 : 100_000;

const data = mkdtempSync(join(tmpdir(), 'autorefine-bench-'));
try {
  const company = generateSampleCompany({ seed: 3, candidates: people });
  const rows = [await importRate(company)];
  const token = prepare(company);
  const service = await startService(data);
  try {
    rows.push(...(await loadRows(service, token, company)));
  } finally {
    await service.close();
  }
  printRows(rows, values.json ?? false);
} finally {
  rmSync(data, { recursive: true });
}

/** The rate of the import itself, from the file on the disk to the last commit; the program's start is not in it. */
async function importRate({ candidates }: SampleCompany): Promise<Row> {
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
      note: `${Math.round(content.length / candidates.length)} characters each, processor ${((user + system) / 1e6).toFixed(1)} s of ${elapsed.toFixed(1)} s`,
    },
    { atLeast: 2000 },
  );
}

/** Completes the synthetic company, so that a training run can use it; returns a token for both roles. */
function prepare({ postings, selfReports, statements }: SampleCompany): string {
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
  const { token } = createClients(store.tokens, () => new Date()).issue('benchmark', [
    'analyst',
    'recruiter',
  ]);
  attributes.close();
  store.close();
  return token;
}

async function loadRows(service: RunningService, token: string, { postings }: SampleCompany): Promise<Row[]> {
  const load = (limit: { overallRate?: number; duration?: number; amount?: number }, connections = 8) =>
    autocannon({
      url: `${service.url}/v1/match`,
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      requests: postings.map((posting) => ({ body: JSON.stringify({ text: wholeText(posting) }) })),
      connections,
      timeout: 120,
      ...limit,
    });
  // The first answers wait for the recommender; the report's measurement of the list runs beside them and ends here.
  await load({ amount: 50 }, 1);
  await fetch(`${service.url}/v1/report?format=json`, { headers: { authorization: `Bearer ${token}` } });

  const limit = { overallRate: requestsASecond, duration: seconds };
  const alone = latencyRow(`match at ${requestsASecond}/s, p99`, await load(limit));
  const training = startTraining(data);
  let beside: Row;
  try {
    beside = latencyRow(`match at ${requestsASecond}/s beside a training run, p99`, await load(limit));
    if (!training.running) throw new Error('the training run ended before the measurement did');
  } finally {
    await training.close();
  }
  await load({ amount: steadyRequests / 10 }, 4);
  const before = service.residentSet();
  await load({ amount: steadyRequests }, 4);
  const after = service.residentSet();
  const growth = withGoal(
    {
      name: `growth of the resident set over ${steadyRequests.toLocaleString('en')} requests`,
      value: 100 * (after / before - 1),
      unit: '%',
      note: `${before.toFixed(0)} to ${after.toFixed(0)} MB`,
    },
    { atMost: 5 },
  );
  return [alone, beside, growth];
}

function latencyRow(name: string, { latency, requests, errors, timeouts, non2xx }: Result): Row {
  const failed = errors + timeouts + non2xx;
  if (failed > 0) throw new Error(`${name}: ${failed} of ${requests.total} requests failed`);
  const load = `load ${loadavg()[0]?.toFixed(1)} on ${availableParallelism()} cores`;
  const note = `median ${latency.p50} ms, longest ${latency.max} ms, ${requests.total} requests, ${load}`;
  return withGoal({ name, value: latency.p99, unit: 'ms', note }, { atMost: 60 });
}
