import type { Random } from '../../shared/random.ts';
import { createEnvironment, type Environment, type PostingTask } from '../environment.ts';
import { type CandidatePart, splitCandidates, splitPostings } from '../folds.ts';
import { createPostingMeasurer, type PostingMeasure } from '../posting-measure.ts';
import type { AttributeColumn, CandidatePool, Recommender, Requirements } from '../recommender.ts';
import type { Combination, RewardWeights } from '../reward.ts';

/** A posting to evaluate on, with the employer that keeps its postings on one side of the split. */
export interface EvaluationPosting {
  readonly task: PostingTask;
  readonly employer?: string | undefined;
}

export interface GroundOptions {
  readonly recommender: Recommender;
  readonly pool: CandidatePool;
  readonly attributes: readonly AttributeColumn[];
  readonly postings: readonly EvaluationPosting[];
  readonly salt: string;
  readonly random: Random;
  readonly combination?: Combination;
  readonly weights?: RewardWeights;
}

/** Candidates and postings, split: what may be searched, and what is only measured. */
export interface Ground {
  readonly candidates: Readonly<Record<CandidatePart, readonly number[]>>;
  readonly postings: { readonly training: PostingTask[]; readonly unseen: PostingTask[] };
  /** The parts that search and training see. */
  readonly environments: { readonly optimise: Environment; readonly select: Environment };
  /** How a posting is measured in a part: by the design's rule in the report part. */
  measurerOf(part: CandidatePart): (requirements: Requirements) => PostingMeasure;
}

/** Splits candidates and postings by the salt and opens the environments on them. */
export function openGround(options: GroundOptions): Ground {
  const { pool, attributes, postings, salt, random } = options;
  const candidates = splitCandidates(pool, salt);
  const split = splitPostings(
    postings.map(({ task, employer }) => ({ text: task.space.text, employer })),
    salt,
  );
  const tasksOf = (places: readonly number[]) => places.flatMap((place) => postings[place]?.task ?? []);
  const environmentOf = (part: CandidatePart) =>
    createEnvironment({ ...options, members: candidates[part], rule: 'train', random: random.fork(part) });
  return {
    candidates,
    postings: { training: tasksOf(split.training), unseen: tasksOf(split.unseen) },
    environments: { optimise: environmentOf('optimise'), select: environmentOf('select') },
    measurerOf: (part) =>
      createPostingMeasurer({
        pool,
        attributes,
        members: candidates[part],
        rule: part === 'report' ? 'report' : 'train',
        random: random.fork(`measure ${part}`),
      }),
  };
}
