import { createDetector } from '../../shared/detection/detector.ts';
import { lexicon } from '../../shared/lexicon/lexicon.ts';
import { createRandom } from '../../shared/random.ts';
import { systemPrompt } from '../../sidecar/language-model/prompt.ts';
import { splitModelTasks } from '../../sidecar/training-jobs/model-tasks.ts';
import { boardPostings, realPostings } from '../../training/detector/real-postings.ts';
import { openModelFile } from '../../training/language-model/architecture/model-file.ts';
import { type Learner, openLearner } from '../../training/language-model/learner.ts';
import { type Demonstration, imitationWeights } from '../../training/language-model/losses/imitation.ts';
import { writeMergedModel } from '../../training/language-model/merge.ts';
import { optimiserSettingsSchema } from '../../training/language-model/optimiser.ts';
import { demonstrationOf } from '../../training/language-model/refine.ts';
import type { RewardedTask } from '../../training/language-model/rollouts.ts';
import { type Row, withGoal } from './detection-row.ts';

const pass = { tokens: 512, predictions: 128 };

export interface ImitationOptions {
  readonly minutes: number;
  readonly threads: number;
  /** Where the trained model is written, quantised as it is deployed. */
  readonly keepModel?: string | undefined;
}

const openFresh = (modelPath: string, threads: number) =>
  openLearner({
    modelPath,
    projections: ['attn_q', 'attn_v', 'attn_output', 'ffn_down'],
    rank: 8,
    alpha: 16,
    pass,
    threads,
    random: createRandom(1),
  });

function tasksOf(modelPath: string) {
  const detector = createDetector();
  const postings = [...realPostings(), ...boardPostings()].map((text, i) => ({ id: String(i), text }));
  const file = openModelFile(modelPath);
  try {
    const { train, report } = splitModelTasks(file, {
      postings,
      check: (text) => detector.check(text),
      rules: lexicon,
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

/** What could be said instead of learning anything: instructions that a person might try, the one in use first. */
const untrainedPrompts = [
  systemPrompt,
  'You edit job postings. Replace the flagged words by one of the possible ones. Answer as {"alternatives":["…"]}.',
  [
    'Rewrite the sentence with the first possible wording in place of each flagged one. Change nothing else.',
    'Example: <sentence>Our rockstar developers have 3 years of Java.</sentence> Flagged: "rockstar". Possible: "skilled".',
    'Answer: {"alternatives":["Our skilled developers have 3 years of Java."]}',
    'Example: <sentence>The chairman leads the board.</sentence> Flagged: "chairman". Possible: "chair".',
    'Answer: {"alternatives":["The chair leads the board."]}',
  ].join('\n'),
  [
    'Think about which words shut people out of a job, and say the same without them.',
    'Answer with JSON: {"alternatives":["the whole sentence, rewritten"]}',
  ].join('\n'),
  [
    'Task: copy the sentence word by word, but write a possible wording where a flagged one stands.',
    'Answer: {"alternatives":["the sentence"]} and nothing else.',
  ].join('\n'),
] as const;

/** A curated rewrite to imitate. */
const demonstrate = (learner: Learner, task: RewardedTask): Demonstration =>
  demonstrationOf(learner, task, task.demonstration ?? '');

/** Mean negative log-likelihood of the changed tokens, nats. */
async function changedLoss(learner: Learner, demonstrations: readonly Demonstration[]): Promise<number> {
  const scores = await learner.score(
    demonstrations.map(({ prompt, answer }) => ({ tokens: [...prompt, ...answer], from: prompt.length })),
  );
  const losses = demonstrations.flatMap(({ changed }, i) =>
    [...(scores[i]?.logProbabilities ?? [])].flatMap((value, t) => (changed?.[t] ? [-value] : [])),
  );
  return losses.reduce((sum, value) => sum + value, 0) / losses.length;
}

/** Not cut off for its length. */
const fits = ({ answer }: Demonstration) => answer.length < pass.predictions;

/** Imitates demonstrations for some minutes, eight sentences a step. @returns the steps made */
async function imitate(learner: Learner, tasks: readonly RewardedTask[], minutes: number): Promise<number> {
  const random = createRandom(5);
  const settings = optimiserSettingsSchema.parse({ learningRate: 5e-4, warmUp: 2, steps: 400 });
  const end = performance.now() + minutes * 60_000;
  let steps = 0;
  for (; performance.now() < end; steps += 1) {
    const batch = random
      .shuffle(tasks)
      .slice(0, 8)
      .map((task) => demonstrate(learner, task))
      .filter(fits);
    await learner.step(imitationWeights(batch), settings);
  }
  return steps;
}

/** Writes a model that imitated the policy engine for some minutes, quantised as it is deployed. @returns the steps made */
export async function writeImitator(
  modelPath: string,
  path: string,
  { minutes, threads }: ImitationOptions,
): Promise<number> {
  const { train } = tasksOf(modelPath);
  const learner = await openFresh(modelPath, threads);
  try {
    const steps = await imitate(learner, train, minutes);
    writeQuantised(modelPath, learner, path);
    return steps;
  } finally {
    await learner.close();
  }
}

function writeQuantised(modelPath: string, { adapters, adapterScale }: Learner, path: string): void {
  const file = openModelFile(modelPath);
  writeMergedModel(file, { adapters, rank: 8, adapterScale, type: 'Q8_0', path });
  file.close();
}

/** Supervised learning for some minutes beside the best of five prompts: loss on the changed tokens of unseen postings. */
export async function imitationRow(modelPath: string, options: ImitationOptions): Promise<Row> {
  const { minutes, threads, keepModel } = options;
  const { train, report } = tasksOf(modelPath);
  const learner = await openFresh(modelPath, threads);
  try {
    const heldOut = report
      .slice(0, 40)
      .map((task) => demonstrate(learner, task))
      .filter(fits);
    const untrained: number[] = [];
    for (const instructions of untrainedPrompts) {
      const asked = report
        .slice(0, 40)
        .map((task) => ({ ...task, prompt: task.prompt.replace(systemPrompt, instructions) }));
      untrained.push(
        await changedLoss(learner, asked.map((task) => demonstrate(learner, task)).filter(fits)),
      );
    }
    const before = Math.min(...untrained);
    const steps = await imitate(learner, train, minutes);
    const after = await changedLoss(learner, heldOut);
    if (keepModel !== undefined) writeQuantised(modelPath, learner, keepModel);
    return withGoal(
      {
        name: `loss on changed tokens, ${minutes} min of imitation against five prompts`,
        value: (100 * (after - before)) / before,
        unit: '%',
        note: `${before.toFixed(3)} with the best of five prompts (the one in use ${untrained[0]?.toFixed(3)}) to ${after.toFixed(3)} nats on ${heldOut.length} held-out sentences, ${steps} steps`,
      },
      { atMost: -15 },
    );
  } finally {
    await learner.close();
  }
}
