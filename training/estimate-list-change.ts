import { holmAdjust } from '../shared/fairness/holm.ts';
import { labelPermutationTest } from '../shared/fairness/match-list/label-permutation.ts';
import { relevance } from '../shared/fairness/match-list/relevance.ts';
import type { Estimate, ListVerdict } from '../shared/protocol/rewrite.ts';
import type { Random } from '../shared/random.ts';
import { createPostingMeasurer, readLists } from './posting-measure.ts';
import type { AttributeColumn, CandidatePool, Recommender, RequirementReader } from './recommender.ts';

export interface ListChangeOptions {
  readonly recommender: Recommender;
  readonly pool: CandidatePool;
  readonly attributes: readonly AttributeColumn[];
  readonly readRequirements: RequirementReader;
  /** Candidates of the report part. */
  readonly members: readonly number[];
  readonly random: Random;
  readonly synthetic: boolean;
  readonly original: string;
  readonly rewritten: string;
  readonly signal?: AbortSignal | undefined;
}

const level = 0.05;
const draws = 999;

/**
 * What a rewrite does to one posting's list, in words. "Closer" and "further" need a label permutation test at .05, Holm
 * over the attributes, on candidates that no search has seen; one posting seldom has the power, and then the answer says so.
 */
export async function estimateListChange(options: ListChangeOptions): Promise<Estimate> {
  const { recommender, pool, attributes, members, random, synthetic, original, rewritten, signal } = options;
  const measure = createPostingMeasurer({ pool, attributes, members, rule: 'report', random })(
    options.readRequirements(original),
  );
  const common = { recommender: recommender.name, synthetic };
  if (measure.attributes.length === 0) {
    return {
      ...common,
      verdict: 'not-enough-data',
      explanation:
        'Too few people whose details are known meet these requirements to say what the wording does to the list.',
    };
  }
  const scores = await recommender.score([original, rewritten], signal);
  const [before, after] = scores.map((scored) => readLists(measure, scored));
  if (before === undefined || after === undefined) throw new Error(`${recommender.name} gave no scores`);
  const tests = measure.attributes.map(({ attribute, labels, members: list }, i) => {
    const change = {
      members: list,
      before: before.lists[i]?.weights ?? new Float64Array(list.length),
      after: after.lists[i]?.weights ?? new Float64Array(list.length),
    };
    const test = labelPermutationTest([change], labels, {
      random: random.fork(`estimate ${attribute}`),
      draws,
      ...(signal === undefined ? {} : { signal }),
    });
    return test.squaredExcessGap;
  });
  const adjusted = holmAdjust(tests.map(({ p }) => p));
  const moved = tests.filter((_, i) => (adjusted[i] ?? 1) <= level);
  const verdict = verdictOf(moved.map(({ change }) => change));
  return {
    ...common,
    verdict,
    explanation: explanations[verdict],
    relevanceChange: relevance(after.top, measure.skillShares) - relevance(before.top, measure.skillShares),
  };
}

/** A gain on one attribute is not set against a loss on another. */
function verdictOf(changes: readonly number[]): ListVerdict {
  if (changes.some((change) => change > 0)) return 'further';
  return changes.length > 0 ? 'closer' : 'no-measurable-change';
}

const explanations: Record<ListVerdict, string> = {
  closer: 'With this wording the list comes closer to the people who meet the requirements.',
  further: 'With this wording the list may move further from the people who meet the requirements.',
  'no-measurable-change': 'No measurable change of the list; the edits are suggested for clarity.',
  'not-enough-data': 'There is not enough data to say what this wording does to the list.',
};
