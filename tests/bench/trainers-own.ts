import { createRandom } from '../../shared/random.ts';
import { createRecommender } from '../../sidecar/recommender/create-recommender.ts';
import type { World } from '../../sidecar/sample-company/planted-bias.ts';
import { encode } from '../../sidecar/training-jobs/read-candidates.ts';
import { createEnvironment, type Episode, type PostingTask } from '../../training/environment.ts';
import { splitCandidates } from '../../training/folds.ts';
import { noEffects } from '../../training/span-policy/effect-model.ts';
import { type Advantages, type LearningTask, refine } from '../../training/span-policy/policy-gradient.ts';
import {
  createWeights,
  linearPreference,
  prepareTask,
  rollOut,
  type Weights,
} from '../../training/span-policy/softmax-policy.ts';

const samples = 8;

/** The span policy refined from no knowledge at all, by the rewards that `environment serve` gives on the same candidates. */
export async function refineHere(
  world: World,
  tasks: readonly PostingTask[],
  advantages: Advantages,
  { steps, perStep, group, seed }: { steps: number; perStep: number; group: number; seed: number },
): Promise<{ before: number; after: number; seconds: number; steps: number }> {
  const { recommender, pool } = await createRecommender({
    candidates: world.candidates.map(({ externalId, ...candidate }) => ({ ...candidate, id: externalId })),
    seed: 1,
  });
  const environment = createEnvironment({
    recommender,
    pool,
    attributes: [encode('gender', world.gender)],
    // The salt and the stream of the server.
    members: splitCandidates(pool, 'environment').optimise,
    random: createRandom(1).fork('optimise'),
  });
  const weights = createWeights();
  const learning: LearningTask[] = [];
  const judged: { task: LearningTask; judge: Episode }[] = [];
  for (const task of tasks) {
    // Two episodes: what the judge scores must not be known to the learner.
    const [optimise, judge] = [await environment.open(task), await environment.open(task)];
    if (optimise === undefined || judge === undefined) continue;
    const prepared = prepareTask(task, noEffects, weights, { grow: true });
    const learned = { prepared, optimise, select: undefined };
    learning.push(learned);
    judged.push({ task: learned, judge });
  }
  const epochs = Math.round((steps * perStep) / learning.length);
  let last: readonly number[] = [];
  const before = await meanReward(weights, judged, seed);
  const start = performance.now();
  const { reports } = await refine(weights, learning, advantages, createRandom(seed), {
    epochs,
    group,
    batch: perStep,
    patience: epochs,
    // The last weights and not the best: TRL has no early stopping either.
    onEpoch: (_, checkpoint) => {
      last = checkpoint().weights;
    },
  });
  const seconds = (performance.now() - start) / 1000;
  weights.values.set(last);
  const done = Math.round((reports.length * learning.length) / perStep);
  return { before, after: await meanReward(weights, judged, seed), seconds, steps: done };
}

async function meanReward(
  weights: Weights,
  judged: readonly { task: LearningTask; judge: Episode }[],
  seed: number,
): Promise<number> {
  const preference = linearPreference(weights.values);
  const random = createRandom(seed).fork('judge');
  let sum = 0;
  for (const { task, judge } of judged) {
    const drawn = Array.from({ length: samples }, () => rollOut(task.prepared, preference, random).choice);
    for (const { reward } of await judge.score(drawn)) sum += reward / samples;
  }
  return sum / judged.length;
}
