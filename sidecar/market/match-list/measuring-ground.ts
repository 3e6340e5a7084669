import type { Finding } from '../../../shared/protocol/finding.ts';
import type { ProgressEvent } from '../../../shared/protocol/rewrite.ts';
import type { Statement } from '../../../shared/protocol/sidecar.ts';
import type { Random } from '../../../shared/random.ts';
import { createActionSpace } from '../../../training/actions.ts';
import type { PostingTask } from '../../../training/environment.ts';
import { occupationStrata } from '../../../training/evaluation/evaluate.ts';
import { splitCandidates } from '../../../training/folds.ts';
import { createPolicyRewriter, type Market, type PolicyRewriter } from '../../../training/policy-rewriter.ts';
import { createPostingMeasurer, type PostingMeasure } from '../../../training/posting-measure.ts';
import { qualifiedPool } from '../../../training/qualified-pool.ts';
import type { AttributeColumn, Requirements } from '../../../training/recommender.ts';
import type { PolicyModel } from '../../../training/span-policy/softmax-policy.ts';
import { poolSmallGroups } from './pool-small-groups.ts';

/** Fewest postings and people over which anything is said of the list (design, privacy). */
export const fewestPostings = 5;
export const fewestPeople = 100;

export interface MeasuringOptions {
  /** Its salt draws the parts: training sees the optimise part, everything here comes from the report part. */
  readonly market: Market;
  readonly postings: readonly { readonly id: string; readonly text: string }[];
  readonly findings: (text: string) => readonly Finding[];
  readonly statements: readonly Statement[];
  /** The promoted policy, trained on the same parts; undefined when there is none. */
  readonly policy?: PolicyModel | undefined;
  readonly seed: number;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: ProgressEvent) => void;
}

/** What is fixed before any list of the past postings is read. */
export interface MeasuringGround {
  readonly tasks: readonly PostingTask[];
  /** Groups of fewer than ten people are one group. */
  readonly attributes: readonly AttributeColumn[];
  readonly strata: Int32Array;
  readonly rewriter: PolicyRewriter;
  measureOf(requirements: Requirements): PostingMeasure;
}

/** Prepares to measure the past postings on the report part of the candidates. */
export function prepareMeasuring(options: MeasuringOptions, random: Random): MeasuringGround {
  const { market, postings, findings, statements, policy } = options;
  const { pool, readRequirements } = market;
  const tasks = postings.map(({ id, text }) => ({
    id,
    requirements: readRequirements(text),
    space: createActionSpace(text, []),
  }));
  const report = splitCandidates(pool, market.salt).report;
  const attributes = market.attributes.map((column) =>
    poolSmallGroups(column, qualifiedPeople(market, tasks, report, column)),
  );
  return {
    tasks,
    attributes,
    strata: occupationStrata(
      pool,
      tasks.map((task) => ({ task })),
    ),
    rewriter: createPolicyRewriter({ readRequirements, findings, statements, policy }),
    measureOf: createPostingMeasurer({
      pool,
      attributes,
      members: report,
      rule: 'report',
      random: random.fork('depth'),
    }),
  };
}

/** The computation gives way between postings, so that requests and a cancellation get through. */
export async function untilOthersHadTheirTurn(signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  signal.throwIfAborted();
}

/** Everyone of a part who meets the requirements of at least one posting. */
function qualifiedPeople(
  { pool }: Market,
  tasks: readonly PostingTask[],
  members: readonly number[],
  { codes }: AttributeColumn,
): Set<number> {
  const known = (candidate: number) => (codes[candidate] ?? -1) >= 0;
  return new Set(
    tasks.flatMap(({ requirements }) => qualifiedPool(requirements, pool, { members, known }).members),
  );
}
