import { parseArgs } from 'node:util';
import { createDetector } from '../../shared/detection/detector.ts';
import { applyEdits } from '../../shared/edits/apply-edits.ts';
import { createRandom } from '../../shared/random.ts';
import { createEnvironmentApp } from '../../sidecar/environment-server/app.ts';
import { scoreResponseSchema } from '../../sidecar/environment-server/contract.ts';
import { createScorer } from '../../sidecar/environment-server/scorer.ts';
import { serveEnvironment } from '../../sidecar/environment-server/serve-environment.ts';
import { createRequirementReader } from '../../sidecar/qualification/requirements.ts';
import { loadTaxonomy } from '../../sidecar/qualification/taxonomy/taxonomy.ts';
import { createRecommender } from '../../sidecar/recommender/create-recommender.ts';
import { generateWorld } from '../../sidecar/sample-company/planted-bias.ts';
import { createTask } from '../../sidecar/training-jobs/posting-task.ts';
import { encode } from '../../sidecar/training-jobs/read-candidates.ts';
import { editsOf } from '../../training/actions.ts';
import { uniform } from '../../training/span-policy/best-of-n.ts';
import { printRows, type Row, withGoal } from './detection-row.ts';

/**
 * `node --import tsx tests/bench/environment.ts [--quick] [--json]`: rewrites scored a second over HTTP, 10,000 synthetic
 * candidates, client and server in one process. The processor time beside it tells a slow server from a busy machine.
 */
const { values } = parseArgs({ options: { quick: { type: 'boolean' }, json: { type: 'boolean' } } });
const candidates = 10_000;
const requests = values.quick ? 8 : 40;
/** Rewrites of one posting in a request, as a group of samples would be. */
const group = 64;

async function startServer() {
  const world = generateWorld({ seed: 1, candidates, postings: requests + 2 });
  const { recommender, pool } = await createRecommender({
    candidates: world.candidates.map(({ externalId, ...candidate }) => ({ ...candidate, id: externalId })),
    seed: 1,
  });
  const readRequirements = createRequirementReader(loadTaxonomy());
  const token = 'token-of-this-benchmark';
  const app = createEnvironmentApp({
    scorer: createScorer({
      recommender,
      pool,
      attributes: [encode('gender', world.gender)],
      readRequirements,
      salt: 'bench',
      synthetic: true,
    }),
    postings: [],
    findings: () => [],
    drawSeed: () => 1,
    token,
    version: 'bench',
    log: { write: () => undefined },
  });
  const server = await serveEnvironment(app.fetch, { host: '127.0.0.1', port: 0, allowOtherMachines: false });
  const taskOptions = { detector: createDetector(), statements: [], readRequirements };
  const tasks = world.postings.map(({ id, text }) => createTask(id, text, taskOptions));
  return { server, token, tasks };
}

async function run(): Promise<Row[]> {
  const { server, token, tasks } = await startServer();
  const random = createRandom(2);
  const bodies = tasks.map(({ space }) => {
    const items = Array.from({ length: group }, () => ({
      posting: space.text,
      rewrite: applyEdits(space.text, editsOf(space, uniform(space, random))),
    }));
    return JSON.stringify({ items });
  });
  const send = async (body: string) => {
    const answer = await fetch(`http://127.0.0.1:${server.port}/v1/environment/score`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body,
    });
    if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
    return scoreResponseSchema.parse(await answer.json()).results;
  };
  try {
    for (const body of bodies.slice(0, 2)) await send(body);
    const used = process.cpuUsage();
    const start = performance.now();
    const perSecond: number[] = [];
    let scored = 0;
    for (const body of bodies.slice(2)) {
      const began = performance.now();
      const results = await send(body);
      perSecond.push((1000 * results.length) / (performance.now() - began));
      scored += results.filter(({ status }) => status === 'scored').length;
    }
    const total = group * (bodies.length - 2);
    const { user, system } = process.cpuUsage(used);
    perSecond.sort((a, b) => a - b);
    const at = (share: number) => perSecond[Math.floor(share * (perSecond.length - 1))] ?? 0;
    const processor = (user + system) / 1000 / total;
    return [
      withGoal(
        {
          name: `rewrites scored over HTTP, ${candidates} candidates`,
          value: (1000 * total) / (performance.now() - start),
          unit: '/s',
          spread: [at(0.25), at(0.75)],
          note: `quartiles over ${bodies.length - 2} requests of ${group}; ${scored} of ${total} measured, the others refused or without data`,
        },
        { atLeast: 500 },
      ),
      { name: 'processor time of one rewrite', value: processor, unit: 'ms', note: 'client included' },
    ];
  } finally {
    await server.close();
  }
}

printRows(await run(), values.json ?? false);
