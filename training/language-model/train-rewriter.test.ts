import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { decodeCheckpoint, encodeCheckpoint } from './checkpoint.ts';
import type { Learner } from './learner.ts';
import { letterSampler, letterTask, openLetterLearner } from './letter-task.fixture.ts';
import { optimiserSettingsSchema } from './optimiser.ts';
import type { RewardedTask, Sampler } from './rollouts.ts';
import { tinyModelFile } from './tiny-model.fixture.ts';
import { type RewriterTraining, trainRewriter } from './train-rewriter.ts';

const task = (id: string) => letterTask(id, 'C');

let folder: string;
let learner: Learner;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rewriter-'));
  writeFileSync(join(folder, 'tiny.gguf'), tinyModelFile(3));
  learner = await openTiny();
});
const openTiny = () => openLetterLearner(join(folder, 'tiny.gguf'));
afterEach(async () => {
  await learner.close();
  rmSync(folder, { recursive: true, force: true });
});

const training = (rest: Partial<RewriterTraining>): RewriterTraining => ({
  learner,
  tasks: {
    train: [...'EGIKMOQSUWY024'].map(task),
    select: [...'FJNRV'].map(task),
    report: [...'HLPTXZ1357'].map(task),
  },
  serve: async () => letterSampler(learner),
  rounds: 20,
  alignRounds: 2,
  tasksPerRound: 8,
  tasksPerStep: 8,
  answersPerTask: 4,
  leastReward: 0.5,
  refinement: 'leave-one-out',
  klWeight: 0.01,
  settings: optimiserSettingsSchema.parse({ learningRate: 0.02, warmUp: 0, steps: 1 }),
  patience: 20,
  seed: 7,
  signal: new AbortController().signal,
  ...rest,
});

it.each(['leave-one-out', 'group', 'ranked-pairs'] as const)(
  'learns the rewarded answer by %s, and gives it more often to tasks it never saw',
  async (refinement) => {
    const record = await trainRewriter(training({ refinement, alignRounds: 0 }));
    expect(record.curve[0]?.meanReward).toBeLessThan(0.5);
    expect(record.curve.at(-1)?.meanReward).toBeGreaterThan(0.9);
    expect(record.report.difference).toBeGreaterThan(0.2);
    expect(record.curve.at(-1)?.entropy).toBeLessThan(record.curve[0]?.entropy ?? 0);
  },
);

it('measures the model before quantising the same way, where there is a coarser one', async () => {
  const serveFloat = async (): Promise<Sampler> => ({
    sample: async (prompts, count) => prompts.map(() => Array.from({ length: count }, () => 'C')),
  });
  expect((await trainRewriter(training({ serveFloat }))).float).toBe(1);
  expect((await trainRewriter(training({}))).float).toBeUndefined();
});

it('imitates demonstrations without drawing answers', async () => {
  const shown = (id: string): RewardedTask => ({ ...task(id), demonstration: 'C' });
  const tasks = { train: [...'EGIKMOQSUWY024'].map(shown), select: [task('J')], report: [task('H')] };
  const asked: string[] = [];
  const serve = async (): Promise<Sampler> => ({
    sample: async (prompts, ...rest) => {
      asked.push(...prompts);
      return letterSampler(learner).sample(prompts, ...rest);
    },
  });
  const { curve } = await trainRewriter(
    training({ tasks, serve, rounds: 6, alignRounds: 6, tasksPerStep: 4 }),
  );
  expect(new Set(asked)).toEqual(new Set(['J=', 'H=']));
  expect(curve.at(-1)?.loss).toBeLessThan((curve[0]?.loss ?? 0) / 2);
});

it('compares with the rewrites of the policy on the same tasks', async () => {
  const shown = (id: string): RewardedTask => ({ ...task(id), demonstration: 'C' });
  const tasks = { train: ['x', 'y'].map(shown), select: ['s'].map(shown), report: ['r', 't'].map(shown) };
  const { policy, report } = await trainRewriter(training({ tasks, rounds: 1 }));
  expect(policy.mean).toBe(1);
  expect(policy.difference).toBe(report.tuned - 1);
});

it('finds no difference when the reward says nothing, and then keeps the base', async () => {
  const blind = (id: string): RewardedTask => ({ ...task(id), reward: async () => 0.5 });
  const tasks = { train: ['x', 'y'].map(blind), select: ['s'].map(blind), report: ['r', 't'].map(blind) };
  const record = await trainRewriter(training({ tasks, rounds: 3 }));
  expect(record.bestRound).toBe(0);
  expect(record.report.difference).toBe(0);
});

it('goes on after a kill as if it had never stopped, bit by bit', async () => {
  const options = { rounds: 4, alignRounds: 1, tasksPerRound: 4 };
  const saved: Uint8Array[] = [];
  const whole = await trainRewriter(
    training({
      ...options,
      onBase: (checkpoint) => saved.push(encodeCheckpoint(checkpoint, 'run')),
      onRound: (_, checkpoint) => saved.push(encodeCheckpoint(checkpoint, 'run')),
    }),
  );
  const wholeAdapters = new Map([...learner.adapters].map(([name, values]) => [name, values.slice()]));
  expect(saved).toHaveLength(5);
  for (const bytes of saved) {
    await learner.close();
    learner = await openTiny();
    const resumed = decodeCheckpoint(bytes, 'run');
    expect(resumed).toBeDefined();
    expect(await trainRewriter(training({ ...options, resumed: resumed! }))).toEqual(whole);
    expect(learner.adapters).toEqual(wholeAdapters);
  }
  expect(decodeCheckpoint(saved[0]!, 'another run')).toBeUndefined();
});

it('judges the best of a stopped run without another round when asked to finish', async () => {
  const stop = new AbortController();
  let saved: Uint8Array | undefined;
  const onRound: RewriterTraining['onRound'] = ({ round }, checkpoint) => {
    saved = encodeCheckpoint(checkpoint, 'run');
    if (round === 12) stop.abort(new Error('stopped'));
  };
  await expect(trainRewriter(training({ signal: stop.signal, onRound }))).rejects.toThrow('stopped');
  await learner.close();
  learner = await openTiny();
  const resumed = decodeCheckpoint(saved!, 'run')!;
  const record = await trainRewriter(training({ resumed, finish: true }));
  expect(record.curve).toHaveLength(12);
  expect(record.bestRound).toBe(resumed.best.round);
  expect(record.report.difference).toBeGreaterThan(0.2);
});

it('waits before a round when asked to, and is stopped while it waits', async () => {
  const stop = new AbortController();
  let waits = 0;
  const beforeRound = async (signal: AbortSignal) => {
    waits += 1;
    if (waits === 2) stop.abort(new Error('on battery'));
    signal.throwIfAborted();
  };
  await expect(trainRewriter(training({ signal: stop.signal, beforeRound }))).rejects.toThrow('on battery');
  expect(waits).toBe(2);
});

it('stops when asked to', async () => {
  const stop = new AbortController();
  await expect(
    trainRewriter(training({ signal: stop.signal, onRound: () => stop.abort() })),
  ).rejects.toThrow();
});
