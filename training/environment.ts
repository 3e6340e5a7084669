import { applyEdits } from '../shared/edits/apply-edits.ts';
import type { Random } from '../shared/random.ts';
import { type ActionSpace, type Choice, editsOf, isLegalChoice, keepAll } from './actions.ts';
import {
  createPostingMeasurer,
  type MeasureRule,
  type PostingMeasure,
  readLists,
} from './posting-measure.ts';
import type { AttributeColumn, CandidatePool, Recommender, Requirements } from './recommender.ts';
import { type Combination, type RewardParts, type RewardWeights, readGaps, rewardOf } from './reward.ts';

/** A posting as the loop sees it: its original text, what it requires, and what may be done to it. */
export interface PostingTask {
  readonly id: string;
  readonly requirements: Requirements;
  readonly space: ActionSpace;
}

export interface EnvironmentOptions {
  readonly recommender: Recommender;
  readonly pool: CandidatePool;
  readonly attributes: readonly AttributeColumn[];
  /** Candidates of the part that rewards are computed on. */
  readonly members: readonly number[];
  readonly rule?: MeasureRule;
  readonly combination?: Combination;
  readonly weights?: RewardWeights;
  readonly random: Random;
}

/** One posting opened in one part of the candidates. */
export interface Episode {
  readonly task: PostingTask;
  readonly measure: PostingMeasure;
  /** Reward parts of the original text. */
  readonly original: RewardParts;
  /** Variants scored so far, the original not counted; repeats cost nothing. */
  readonly evaluations: number;
  /**
   * Reward parts of each choice, in one batch.
   * @throws RangeError on an illegal choice: the mask is the caller's, facts and limits are no penalty
   */
  score(choices: readonly Choice[], signal?: AbortSignal): Promise<RewardParts[]>;
}

export interface Environment {
  /** Opens a posting; undefined when no attribute can be measured for it in this part. */
  open(task: PostingTask, signal?: AbortSignal): Promise<Episode | undefined>;
}

/** Posting, recommender and a part of the candidates in; reward parts out. Keeps nothing between episodes. */
export function createEnvironment(options: EnvironmentOptions): Environment {
  const { recommender, pool, attributes, members, rule = 'train', random } = options;
  const measurer = createPostingMeasurer({ pool, attributes, members, rule, random });
  return {
    async open(task, signal) {
      const measure = measurer(task.requirements);
      if (measure.attributes.length === 0) return undefined;
      const [scores] = await recommender.score([task.space.text], signal);
      if (scores === undefined) throw new Error(`${recommender.name} gave no scores for posting ${task.id}`);
      return openEpisode(task, measure, scores, options);
    },
  };
}

function openEpisode(
  task: PostingTask,
  measure: PostingMeasure,
  originalScores: Float32Array,
  { recommender, combination, weights }: EnvironmentOptions,
): Episode {
  const { space } = task;
  const reading = readGaps(measure, readLists(measure, originalScores));
  const original = rewardOf(reading, reading, 0, combination, weights);
  const known = new Map<string, RewardParts>([[keepAll(space).join(), original]]);
  let evaluations = 0;

  return {
    task,
    measure,
    original,
    get evaluations() {
      return evaluations;
    },
    async score(choices, signal) {
      const fresh = new Map<string, Choice>();
      for (const choice of choices) {
        if (!isLegalChoice(space, choice)) {
          throw new RangeError(`choice [${choice.join(', ')}] is not legal for posting ${task.id}`);
        }
        if (!known.has(choice.join())) fresh.set(choice.join(), choice);
      }
      const variants = [...fresh].map(([key, choice]) => {
        const edits = editsOf(space, choice);
        return { key, text: applyEdits(space.text, edits), edits: edits.length };
      });
      const scores =
        variants.length === 0
          ? []
          : await recommender.score(
              variants.map((v) => v.text),
              signal,
            );
      variants.forEach(({ key, edits }, i) => {
        const scored = scores[i];
        if (scored === undefined)
          throw new Error(`${recommender.name} scored ${scores.length} of ${variants.length} texts`);
        const gaps = readGaps(measure, readLists(measure, scored));
        known.set(key, rewardOf(reading, gaps, edits, combination, weights));
      });
      evaluations += variants.length;
      return choices.map((choice) => known.get(choice.join()) ?? original);
    },
  };
}
