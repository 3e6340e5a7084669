import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRandom } from '../../shared/random.ts';
import { decideOnModel, type GateDecision } from '../../sidecar/training-jobs/model-gate.ts';
import {
  letterSampler,
  letters,
  letterTask,
  openLetterLearner,
} from '../../training/language-model/letter-task.fixture.ts';
import { optimiserSettingsSchema } from '../../training/language-model/optimiser.ts';
import { tinyModelFile } from '../../training/language-model/tiny-model.fixture.ts';
import { trainRewriter } from '../../training/language-model/train-rewriter.ts';

/** Whether one letter is right everywhere, so that there is something to learn, or another one at random for each task. */
export type Rewards = 'planted' | 'permuted';

const parts = { train: 24, select: 12, report: 40 };

/** What becomes of so many models, one a seed. */
export async function trainSeveral(
  rewards: Rewards,
  runs: number,
): Promise<{ kept: number; promoted: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'control-'));
  try {
    const modelPath = join(folder, 'tiny.gguf');
    writeFileSync(modelPath, tinyModelFile(3));
    const counts = { kept: 0, promoted: 0 };
    for (let seed = 1; seed <= runs; seed += 1) {
      const { kept, promoted } = await trainAndDecide(modelPath, rewards, seed);
      if (kept) counts.kept += 1;
      if (promoted) counts.promoted += 1;
    }
    return counts;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * The whole pipeline of a model's training on the tiny model: imitate, refine, choose a round, report, decide. The policy engine gives
 * a random letter.
 */
async function trainAndDecide(modelPath: string, rewards: Rewards, seed: number): Promise<GateDecision> {
  const random = createRandom(seed).fork('rewards');
  const ids = random.shuffle(Array.from({ length: 100 }, (_, i) => String(100 + i)));
  const tasksOf = (part: keyof typeof parts) =>
    ids.splice(0, parts[part]).map((id) => {
      const right = rewards === 'planted' ? 'C' : letters[random.integer(letters.length)];
      const demonstration = letters[random.integer(letters.length)] ?? 'A';
      return { ...letterTask(id, right ?? 'A'), demonstration };
    });
  const learner = await openLetterLearner(modelPath, seed);
  try {
    const record = await trainRewriter({
      learner,
      tasks: { train: tasksOf('train'), select: tasksOf('select'), report: tasksOf('report') },
      serve: async () => letterSampler(learner),
      rounds: 12,
      alignRounds: 2,
      tasksPerRound: 24,
      tasksPerStep: 8,
      answersPerTask: 4,
      leastReward: 0.5,
      refinement: 'group',
      klWeight: 0.01,
      settings: optimiserSettingsSchema.parse({ learningRate: 0.02, warmUp: 0, steps: 1 }),
      patience: 12,
      seed,
      signal: new AbortController().signal,
    });
    return decideOnModel(record);
  } finally {
    await learner.close();
  }
}
