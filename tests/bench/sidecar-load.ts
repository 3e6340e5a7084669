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

/**
 * Match latency, alone and beside a training run. Each of the eight connections begins its share of a second at the second's start
 * and sends one request after the other: eight come at once, and the last of them waits for seven others.
 */
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

const parts = 5;
/** Milliseconds between two looks at the resident set. */
const lookEvery = 200;

/**
 * What the service's memory grows by over many requests, once a fifth as many have warmed it up: the median resident set of
 * the last fifth against that of the first. Single looks differ by more than that, because garbage is collected when it suits.
 */
export async function memoryRow(target: LoadTarget, requests: number): Promise<Row> {
  const amount = requests / parts;
  await medianResidentSet(target, amount);
  const medians: number[] = [];
  for (let part = 0; part < parts; part += 1) medians.push(await medianResidentSet(target, amount));
  const [first = 0] = medians;
  const last = medians.at(-1) ?? 0;
  return withGoal(
    {
      name: `growth of the resident set over ${requests.toLocaleString('en')} requests`,
      value: 100 * (last / first - 1),
      unit: '%',
      note: `medians of the fifths: ${medians.map((median) => median.toFixed(0)).join(', ')} MB`,
    },
    { atMost: 5 },
  );
}

async function medianResidentSet(target: LoadTarget, amount: number): Promise<number> {
  const seen = [target.service.residentSet()];
  const looks = setInterval(() => seen.push(target.service.residentSet()), lookEvery);
  try {
    refuseFailures('memory', await sendMatches(target, { amount }, 4));
  } finally {
    clearInterval(looks);
  }
  return seen.sort((x, y) => x - y)[Math.floor(seen.length / 2)] ?? 0;
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
