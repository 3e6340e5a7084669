import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { createDetector } from '../../shared/detection/detector.ts';
import { median } from '../../shared/fairness/scoring-rate.ts';
import { createRequirementReader } from '../../sidecar/qualification/requirements.ts';
import { loadTaxonomy } from '../../sidecar/qualification/taxonomy/taxonomy.ts';
import type { World } from '../../sidecar/sample-company/planted-bias.ts';
import { createTask } from '../../sidecar/training-jobs/posting-task.ts';
import type { PostingTask } from '../../training/environment.ts';
import { groupRelative } from '../../training/span-policy/grpo.ts';
import { leaveOneOut } from '../../training/span-policy/rloo.ts';
import { type RunningEnvironment, runEnvironment } from '../paper/running-environment.ts';
import { printRows, type Row } from './detection-row.ts';
import { refineHere } from './trainers-own.ts';

/**
 * `node --import tsx tests/bench/trainers.ts --python PROGRAM [--python PROGRAM…] [--seeds 1,2,3] [--json]`: the trainers of other
 * makers against the running environment, each with the first of these Pythons that has its package. TRL's GRPO and RLOO run 20 steps each
 * on a tiny random model, ours on the same task beside them; for the others their own client or reward manager asks.
 */
const { values } = parseArgs({
  options: {
    python: { type: 'string', multiple: true, default: ['python3'] },
    seeds: { type: 'string', default: '1,2,3' },
    json: { type: 'boolean' },
  },
});
const steps = 20;
const seeds = values.seeds.split(',').map(Number);
const candidates = 2000;
/** Postings a step, and rewrites of each; the same in both trainers. */
const perStep = 4;
const group = 8;
const checks = 'training/adapters/check';
/** By TRL's names. */
const algorithms = { grpo: groupRelative, rloo: leaveOneOut } as const;

interface Check {
  readonly module: string;
  readonly script: string;
  readonly args: readonly string[];
}

async function runCheck(
  { module, script, args }: Check,
  environment: RunningEnvironment,
  tasksFile: string,
): Promise<Record<string, unknown> | undefined> {
  const python = values.python.find((one) => spawnSync(one, ['-c', `import ${module}`]).status === 0);
  if (python === undefined) return undefined;
  const program = spawn(python, ['-B', join(checks, script), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      PYTHONPATH: 'training/adapters',
      AUTOREFINE_URL: environment.url,
      AUTOREFINE_TOKEN_FILE: environment.tokenFile,
      AUTOREFINE_TASKS: tasksFile,
    },
  });
  let out = '';
  program.stdout.on('data', (chunk) => {
    out += chunk;
  });
  const code = await new Promise<number | null>((resolve) => program.on('close', resolve));
  if (code !== 0) throw new Error(`${script} ended with ${code}; what it wrote stands above.`);
  return z.record(z.string(), z.unknown()).parse(JSON.parse(out.trim().split('\n').at(-1) ?? ''));
}

/** As many postings as a whole number of steps takes, each with a reward and something to choose. */
async function measuredTasks(world: World, environment: RunningEnvironment): Promise<PostingTask[]> {
  const readRequirements = createRequirementReader(loadTaxonomy());
  const options = { detector: createDetector(), statements: [], readRequirements };
  const tasks = world.postings.map(({ id, text }) => createTask(id, text, options));
  const scored = await environment.score(
    tasks.map(({ space }) => ({ posting: space.text, rewrite: space.text })),
  );
  const measured = tasks.filter((task, i) => scored[i]?.status === 'scored' && task.space.slots.length > 0);
  return measured.slice(0, measured.length - (measured.length % perStep));
}

/** Python counts characters where we count UTF-16 units; the synthetic postings have no character that differs. */
function writeTasks(folder: string, tasks: readonly PostingTask[]): string {
  const file = join(folder, 'tasks.json');
  const written = tasks.map(({ space }) => ({
    posting: space.text,
    slots: space.slots.map(({ ruleId, actions }) => ({
      rule: ruleId.replaceAll(/\s/g, '-'),
      options: actions.map(({ edits }) => edits.map(({ start, end, after }) => ({ start, end, after }))),
    })),
  }));
  writeFileSync(file, JSON.stringify(written));
  return file;
}

const learnedSchema = z.object({
  before: z.number(),
  after: z.number(),
  seconds: z.number(),
  steps: z.int(),
});
type Learned = z.infer<typeof learnedSchema>;

/** Median over the seeds, with the lowest and the highest. */
function learningRow(name: string, runs: readonly Learned[]): Row {
  const of = (value: (run: Learned) => number) => Float64Array.from(runs, value).sort();
  const middle = (value: (run: Learned) => number) => median(of(value)) ?? Number.NaN;
  const gain = ({ before, after, seconds }: Learned) => (60 * (after - before)) / seconds;
  const gains = of(gain);
  const [before, after] = [middle((run) => run.before), middle((run) => run.after)];
  return {
    name,
    value: middle(gain),
    unit: 'reward/min',
    spread: [gains[0] ?? Number.NaN, gains.at(-1) ?? Number.NaN],
    note: `mean reward ${before.toFixed(4)} to ${after.toFixed(4)} in ${middle((run) => run.steps)} steps of ${perStep * group} rewrites, ${middle((run) => run.seconds).toFixed(1)} s; medians of ${runs.length} seeds`,
  };
}

async function run(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'trainers-'));
  const environment = await runEnvironment({ folder, candidates, postings: 28, processes: 1 });
  try {
    const tasks = await measuredTasks(environment.world, environment);
    const tasksFile = writeTasks(folder, tasks);
    const rows: Row[] = [];
    const skipped = (name: string): Row => ({ name, value: 0, unit: 'runs', note: 'skipped: not installed' });
    const asked = [
      { name: 'OpenEnv, its client', module: 'openenv.core', script: 'openenv_client.py' },
      { name: 'verl, its reward manager', module: 'verl', script: 'verl_reward_manager.py' },
      { name: 'OpenRLHF, its rollout worker', module: 'openrlhf.utils.agent', script: 'openrlhf_agent.py' },
    ];
    for (const { name, module, script } of asked) {
      const result = await runCheck({ module, script, args: [] }, environment, tasksFile);
      rows.push(
        result === undefined ? skipped(name) : { name, value: 1, unit: 'runs', note: JSON.stringify(result) },
      );
    }
    for (const [name, advantages] of Object.entries(algorithms)) {
      const theirs: Learned[] = [];
      const ours: Learned[] = [];
      for (const seed of seeds) {
        const args = [join(folder, `${name}-${seed}`), name, String(steps), String(seed)];
        const trl = { module: 'trl', script: 'trl_trainer.py', args };
        const learned = await runCheck(trl, environment, tasksFile);
        if (learned !== undefined) theirs.push(learnedSchema.parse(learned));
        ours.push(await refineHere(environment.world, tasks, advantages, { steps, perStep, group, seed }));
      }
      rows.push(
        theirs.length === 0
          ? skipped(`TRL's ${name}`)
          : learningRow(`TRL's ${name}, tiny random Llama, over HTTP`, theirs),
        learningRow(`${name} of the span policy, in this process`, ours),
      );
    }
    return rows;
  } finally {
    await environment.close();
    rmSync(folder, { recursive: true });
  }
}

printRows(await run(), values.json ?? false);
