import { availableParallelism, loadavg } from 'node:os';
import autocannon, { type Result } from 'autocannon';
import type { SampleCompany } from '../../sidecar/sample-company/generate.ts';
import { wholeText } from '../../sidecar/storage/postings.ts';
import { type Row, withGoal } from './detection-row.ts';
import { type RunningService, startTraining } from './sidecar-service.ts';

export interface LoadTarget {
  readonly service: RunningService;
  readonly data: string;
  readonly token: string;
  readonly postings: SampleCompany['postings'];
}

const requestsASecond = 50;

function sendMatches(
  { service, token, postings }: LoadTarget,
  limit: { readonly overallRate?: number; readonly duration?: number; readonly amount?: number },
  connections = 8,
): Promise<Result> {
  return autocannon({
    url: `${service.url}/v1/match`,
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    requests: postings.map((posting) => ({ body: JSON.stringify({ text: wholeText(posting) }) })),
    connections,
    timeout: 120,
    ...limit,
  });
}

/** Match latency at a steady rate, alone and beside a training run. */
export async function latencyRows(target: LoadTarget, seconds: number): Promise<Row[]> {
  // The first answers wait for the recommender; the report's measurement of the list runs beside them and ends here.
  await sendMatches(target, { amount: 50 }, 1);
  await fetch(`${target.service.url}/v1/report?format=json`, {
    headers: { authorization: `Bearer ${target.token}` },
  });
  const limit = { overallRate: requestsASecond, duration: seconds };
  const alone = latencyRow(`match at ${requestsASecond}/s, p99`, await sendMatches(target, limit));
  const training = startTraining(target.data);
  try {
    const result = await sendMatches(target, limit);
    if (training.failed) throw new Error('the training run failed; see its message above');
    return [alone, latencyRow(`match at ${requestsASecond}/s beside a training run, p99`, result)];
  } finally {
    await training.close();
  }
}

/** What the service's memory grows by over many requests, once a tenth as many have warmed it up. */
export async function memoryRow(target: LoadTarget, requests: number): Promise<Row> {
  await sendMatches(target, { amount: requests / 10 }, 4);
  const before = target.service.residentSet();
  const result = await sendMatches(target, { amount: requests }, 4);
  refuseFailures('memory', result);
  const after = target.service.residentSet();
  return withGoal(
    {
      name: `growth of the resident set over ${requests.toLocaleString('en')} requests`,
      value: 100 * (after / before - 1),
      unit: '%',
      note: `${before.toFixed(0)} to ${after.toFixed(0)} MB, ${(result.requests.total / result.duration).toFixed(0)} requests/s`,
    },
    { atMost: 5 },
  );
}

function latencyRow(name: string, result: Result): Row {
  refuseFailures(name, result);
  const { latency, requests } = result;
  const load = `load ${loadavg()[0]?.toFixed(1)} on ${availableParallelism()} cores`;
  const note = `median ${latency.p50} ms, longest ${latency.max} ms, ${requests.total} requests, ${load}`;
  return withGoal({ name, value: latency.p99, unit: 'ms', note }, { atMost: 60 });
}

function refuseFailures(name: string, { requests, errors, timeouts, non2xx }: Result): void {
  const failed = errors + timeouts + non2xx;
  if (failed > 0) throw new Error(`${name}: ${failed} of ${requests.total} requests failed`);
}
