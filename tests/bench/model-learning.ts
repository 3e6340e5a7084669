import { diffArrays } from 'diff';
import { createDetector } from '../../shared/detection/detector.ts';
import { createRandom, type Random } from '../../shared/random.ts';
import { splitModelTasks } from '../../sidecar/training-jobs/model-tasks.ts';
import { realPostings } from '../../training/detector/real-postings.ts';
import { openModelFile } from '../../training/language-model/architecture/model-file.ts';
import { type Learner, openLearner } from '../../training/language-model/learner.ts';
import { type Demonstration, imitationWeights } from '../../training/language-model/losses/imitation.ts';
import { optimiserSettingsSchema } from '../../training/language-model/optimiser.ts';
import { refineStep, rewardAnswers } from '../../training/language-model/refine.ts';
import type { RewardedTask } from '../../training/language-model/rollouts.ts';
import { type Row, withGoal } from './detection-row.ts';

const pass = { tokens: 512, predictions: 128 };
const signal = new AbortController().signal;

const openFresh = (modelPath: string) =>
  openLearner({
    modelPath,
    projections: ['attn_q', 'attn_v', 'attn_output', 'ffn_down'],
    rank: 8,
    alpha: 16,
    pass,
    threads: 2,
    random: createRandom(1),
  });

function tasksOf(modelPath: string) {
  const detector = createDetector();
  const postings = realPostings(1000).map((text, i) => ({ id: String(i), text }));
  const file = openModelFile(modelPath);
  try {
    const { train, report } = splitModelTasks(file, {
      postings,
      check: (text) => detector.check(text),
      pass,
      selectTasks: 0,
      reportTasks: 400,
      seed: 1,
    });
    const withDemonstration = (tasks: readonly RewardedTask[]) =>
      tasks.filter((task) => task.demonstration !== undefined);
    return { train: withDemonstration(train), report: withDemonstration(report) };
  } finally {
    file.close();
  }
}

/** A curated rewrite to imitate, with the tokens that are not the sentence's own marked. */
function demonstrate(learner: Learner, task: RewardedTask): Demonstration {
  const sentence = /<sentence>([^<]*)<\/sentence>(?![\s\S]*<sentence>)/.exec(task.prompt)?.[1] ?? '';
  const { tokenizer } = learner;
  const answer = tokenizer.encode(task.demonstration ?? '');
  const before = tokenizer.encode(JSON.stringify({ alternatives: [sentence] }));
  const counts = diffArrays(before, answer)
    .filter((part) => !part.removed)
    .flatMap((part) => part.value.map(() => part.added === true));
  return { prompt: tokenizer.encode(task.prompt), answer, counts };
}

/** Mean negative log-likelihood of the changed tokens, nats. */
async function changedLoss(learner: Learner, demonstrations: readonly Demonstration[]): Promise<number> {
  const scores = await learner.score(
    demonstrations.map(({ prompt, answer }) => ({ tokens: [...prompt, ...answer], from: prompt.length })),
  );
  const losses = demonstrations.flatMap(({ counts }, i) =>
    [...(scores[i]?.logProbabilities ?? [])].flatMap((value, t) => (counts?.[t] ? [-value] : [])),
  );
  return losses.reduce((sum, value) => sum + value, 0) / losses.length;
}

/** Supervised learning for some minutes: loss on the changed tokens of postings that were not learned from. */
export async function imitationRow(modelPath: string, minutes: number): Promise<Row> {
  const { train, report } = tasksOf(modelPath);
  const learner = await openFresh(modelPath);
  try {
    const random = createRandom(5);
    const fits = ({ answer }: Demonstration) => answer.length <= pass.predictions;
    const heldOut = report
      .slice(0, 40)
      .map((task) => demonstrate(learner, task))
      .filter(fits);
    const before = await changedLoss(learner, heldOut);
    const settings = optimiserSettingsSchema.parse({ learningRate: 5e-4, warmUp: 2, steps: 400 });
    const end = performance.now() + minutes * 60_000;
    let steps = 0;
    while (performance.now() < end) {
      const batch = random
        .shuffle(train)
        .slice(0, 8)
        .map((task) => demonstrate(learner, task))
        .filter(fits);
      await learner.step(imitationWeights(batch), settings);
      steps += 1;
    }
    const after = await changedLoss(learner, heldOut);
    return withGoal(
      {
        name: `loss on changed tokens, ${minutes} min of imitation`,
        value: (100 * (after - before)) / before,
        unit: '%',
        note: `${before.toFixed(3)} to ${after.toFixed(3)} nats on ${heldOut.length} held-out sentences, ${steps} steps`,
      },
      { atMost: -15 },
    );
  } finally {
    await learner.close();
  }
}

/** Answers among which the model chooses by its own probabilities: unchanged, mended, and mended with a broken form. */
function candidatesOf(task: RewardedTask): string[] {
  const mended = task.demonstration ?? '';
  const sentence = /<sentence>([^<]*)<\/sentence>(?![\s\S]*<sentence>)/.exec(task.prompt)?.[1] ?? '';
  return [
    JSON.stringify({ alternatives: [sentence] }),
    mended,
    mended.replace(/\d+/, (digits) => String(Number(digits) + 1)).replace(/\w+ /, ''),
    'Sure! Here is the sentence rewritten.',
  ];
}

/**
 * GRPO on the verifiable reward (flagged words gone, facts kept) without free sampling: the model draws among four
 * written answers by its own length-normalised probabilities, so that the run needs no server.
 */
export async function policyGradientRow(modelPath: string, minutes: number): Promise<Row> {
  const learner = await openFresh(modelPath);
  try {
    const tasks = tasksOf(modelPath).train.slice(0, 12);
    const random = createRandom(9);
    const settings = optimiserSettingsSchema.parse({ learningRate: 5e-4, warmUp: 0, steps: 60 });
    const end = performance.now() + minutes * 60_000;
    let first: { mean: number; best: number } | undefined;
    let last = 0;
    let rounds = 0;
    while (performance.now() < end) {
      const chosen = random.shuffle(tasks).slice(0, 4);
      const answers = await drawAnswers(learner, chosen, 8, random);
      const rewarded = await rewardAnswers(chosen, answers, signal);
      last = mean(rewarded.flatMap(({ rewards }) => [...rewards]));
      first ??= { mean: last, best: mean(rewarded.map(({ rewards }) => Math.max(...rewards))) };
      await refineStep(
        learner,
        rewarded,
        { refinement: 'group', klWeight: 0.02, tasksPerStep: 4, settings },
        signal,
      );
      rounds += 1;
    }
    const { mean: from, best } = first ?? { mean: 0, best: 0 };
    return withGoal(
      {
        name: `GRPO among four answers, ${minutes} min, one seed`,
        value: (100 * (last - from)) / (best - from),
        unit: '%',
        note: `of the distance from mean ${from.toFixed(3)} to best of 8 ${best.toFixed(3)}, ${rounds} rounds`,
      },
      { atLeast: 60 },
    );
  } finally {
    await learner.close();
  }
}

async function drawAnswers(
  learner: Learner,
  tasks: readonly RewardedTask[],
  count: number,
  random: Random,
): Promise<string[][]> {
  const { tokenizer } = learner;
  const all: string[][] = [];
  for (const task of tasks) {
    const prompt = tokenizer.encode(task.prompt);
    const candidates = candidatesOf(task);
    const scores = await learner.score(
      candidates.map((answer) => ({
        tokens: [...prompt, ...tokenizer.encode(answer).slice(0, pass.predictions)],
        from: prompt.length,
      })),
    );
    const weights = scores.map(({ logProbabilities }) => Math.exp(mean([...logProbabilities])));
    all.push(Array.from({ length: count }, () => candidates[drawIndex(weights, random)] ?? ''));
  }
  return all;
}

function drawIndex(weights: readonly number[], random: Random): number {
  let rest = random.next() * weights.reduce((sum, weight) => sum + weight, 0);
  return weights.findIndex((weight) => {
    rest -= weight;
    return rest <= 0;
  });
}

const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
