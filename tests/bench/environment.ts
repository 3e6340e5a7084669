import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createDetector } from '../../shared/detection/detector.ts';
import { applyEdits } from '../../shared/edits/apply-edits.ts';
import { createRandom } from '../../shared/random.ts';
import { createRequirementReader } from '../../sidecar/qualification/requirements.ts';
import { loadTaxonomy } from '../../sidecar/qualification/taxonomy/taxonomy.ts';
import type { World } from '../../sidecar/sample-company/planted-bias.ts';
import { createTask } from '../../sidecar/training-jobs/posting-task.ts';
import { editsOf } from '../../training/actions.ts';
import { uniform } from '../../training/span-policy/best-of-n.ts';
import { type RunningEnvironment, runEnvironment } from '../paper/running-environment.ts';
import { printRows, type Row, withGoal } from './detection-row.ts';

/**
 * `npm run bench:environment -- [--quick] [--json] [--processes 1,2,4]`: rewrites scored a second over HTTP, 10,000 synthetic
 * candidates. `autorefine environment serve` runs as it does for a trainer; this process is the trainer. The processor time of
 * the servers stands beside it and tells a slow server from a busy machine.
 */
const { values } = parseArgs({
  options: {
    quick: { type: 'boolean' },
    json: { type: 'boolean' },
    processes: { type: 'string', default: '1,2,4' },
  },
});
const candidates = 10_000;
const requests = values.quick ? 8 : 40;
/** Rewrites of one posting in a request, as a group of samples would be. */
const group = 64;
const warmUp = 4;

interface Item {
  readonly posting: string;
  readonly rewrite: string;
}

function drawRequests(world: World): Item[][] {
  const readRequirements = createRequirementReader(loadTaxonomy());
  const options = { detector: createDetector(), statements: [], readRequirements };
  const random = createRandom(2);
  return world.postings.map(({ id, text }) => {
    const { space } = createTask(id, text, options);
    return Array.from({ length: group }, () => ({
      posting: text,
      rewrite: applyEdits(text, editsOf(space, uniform(space, random))),
    }));
  });
}

/** Sends every request; `senders` at a time, each when its last is answered. */
async function send(environment: RunningEnvironment, bodies: readonly Item[][], senders: number) {
  const left = bodies.values();
  let scored = 0;
  const sender = async () => {
    for (const items of left) {
      const results = await environment.score(items);
      scored += results.filter(({ status }) => status === 'scored').length;
    }
  };
  await Promise.all(Array.from({ length: senders }, sender));
  return scored;
}

async function measure(processes: number): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'environment-'));
  const environment = await runEnvironment({ folder, candidates, postings: requests + warmUp, processes });
  try {
    const bodies = drawRequests(environment.world);
    // Two requests a process: one is read while another is scored.
    const senders = 2 * processes;
    for (let i = 0; i < processes; i += 1) await send(environment, bodies.slice(0, warmUp), senders);
    const used = environment.processorTime();
    const start = performance.now();
    const scored = await send(environment, bodies.slice(warmUp), senders);
    const seconds = (performance.now() - start) / 1000;
    const total = group * requests;
    const now = environment.processorTime();
    return [
      withGoal(
        {
          name: `rewrites scored over HTTP, ${processes} processes`,
          value: Math.round(total / seconds),
          unit: '/s',
          note: `${candidates} candidates, ${requests} requests of ${group}, ${scored} of ${total} measured; ${availableParallelism()} processors`,
        },
        // The goal is that of two processors; one process has one of them.
        { atLeast: processes === 1 ? 250 : 500 },
      ),
      ...(used === undefined || now === undefined
        ? []
        : [{ name: 'processor time of one rewrite, servers', value: (now - used) / total, unit: 'ms' }]),
    ];
  } finally {
    await environment.close();
    rmSync(folder, { recursive: true });
  }
}

const rows: Row[] = [];
for (const processes of values.processes.split(',').map(Number)) rows.push(...(await measure(processes)));
printRows(rows, values.json ?? false);
