import { holmAdjust } from '../../../shared/fairness/holm.ts';
import { leastPower, powerToDetectFall } from '../../../shared/fairness/match-list/power.ts';
import type { Finding } from '../../../shared/protocol/finding.ts';
import type { ListVerdict, ProgressEvent } from '../../../shared/protocol/rewrite.ts';
import type { Statement } from '../../../shared/protocol/sidecar.ts';
import { createRandom, type Random } from '../../../shared/random.ts';
import { createActionSpace } from '../../../training/actions.ts';
import type { PostingTask } from '../../../training/environment.ts';
import { occupationStrata } from '../../../training/evaluation/evaluate.ts';
import { type MeasuredPosting, measureRewrites } from '../../../training/evaluation/measured-posting.ts';
import { changesOf, methodRow, type RowResult } from '../../../training/evaluation/method-row.ts';
import { splitCandidates } from '../../../training/folds.ts';
import { createPolicyRewriter, type Market } from '../../../training/policy-rewriter.ts';
import { createPostingMeasurer } from '../../../training/posting-measure.ts';
import { qualifiedPool } from '../../../training/qualified-pool.ts';
import type { AttributeColumn } from '../../../training/recommender.ts';
import type { PolicyModel } from '../../../training/span-policy/softmax-policy.ts';
import { groupShare } from './group-shares.ts';
import {
  type MatchListFigures,
  roundedKnownShare,
  roundedMeans,
  roundedShare,
} from './match-list-figures.ts';
import { poolSmallGroups } from './pool-small-groups.ts';

/** Fewest postings and people over which shares are computed (design, privacy). */
const fewestPostings = 5;
const fewestPeople = 100;
/** Of the test, corrected over the attributes. */
const level = 0.05;

export interface MeasureMatchListOptions {
  /** Its salt draws the parts: search sees the optimise part, every figure comes from the report part. */
  readonly market: Market;
  readonly postings: readonly { readonly id: string; readonly text: string }[];
  readonly findings: (text: string) => readonly Finding[];
  readonly statements: readonly Statement[];
  readonly optimising: boolean;
  /** The promoted policy, trained on the same parts; undefined when there is none. */
  readonly policy?: PolicyModel | undefined;
  readonly seed: number;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: ProgressEvent) => void;
}

export type MeasuredList = Omit<MatchListFigures, 'measuredOn' | 'provenance'>;

/**
 * What rewriting the company's past postings would do to the match list: each is rewritten by the policy engine and read
 * before and after on people that no search has seen. One entry an attribute; an attribute that fewer than 5 postings or
 * 100 people can be measured on has none.
 */
export async function measureMatchList(options: MeasureMatchListOptions): Promise<MeasuredList[]> {
  const { signal, onProgress, postings, market } = options;
  const random = createRandom(options.seed).fork('match list');
  const tasks = postings.map(({ id, text }) => ({
    id,
    requirements: market.readRequirements(text),
    space: createActionSpace(text, []),
  }));
  const report = splitCandidates(market.pool, market.salt).report;
  const attributes = market.attributes.map((column) =>
    poolSmallGroups(column, qualifiedPeople(market, tasks, report, column)),
  );
  const measured = await readRewrites({ ...options, attributes, tasks, report, random });
  const strata = occupationStrata(
    market.pool,
    tasks.map((task) => ({ task })),
  );
  const rows = [];
  for (const attribute of attributes) {
    onProgress({ done: postings.length, total: postings.length, message: `Testing ${attribute.name}` });
    await untilOthersHadTheirTurn(signal);
    const { postings: read, changes } = changesOf(measured, attribute.name);
    const people = new Set(changes.flatMap(({ members }) => Array.from(members))).size;
    if (read.length < fewestPostings || people < fewestPeople) continue;
    const result = methodRow('policy engine', measured, {
      attribute,
      candidates: market.pool.ids.length,
      strata,
      random: random.fork(attribute.name),
      signal,
    });
    rows.push({ attribute, result, changes, read, people });
  }
  const corrected = holmAdjust(rows.map(({ result }) => result.row.p));
  return rows.map(({ attribute, result, changes, read, people }, i) => {
    const labels = { codes: attribute.codes, groupCount: attribute.groups.length };
    const measures = read.flatMap(({ measure }) =>
      measure.attributes.filter((one) => one.attribute === attribute.name),
    );
    const known = sum(measures.map(({ members }) => members.length));
    const p = corrected[i] ?? 1;
    return {
      attribute: attribute.name,
      recommender: market.recommender.name,
      postings: read.length,
      people,
      depth: median(measures.map(({ depth }) => depth)),
      knownShare: roundedKnownShare(known / (known + sum(measures.map(({ unknown }) => unknown)))),
      groups: attribute.groups.flatMap((group, code) => {
        const share = groupShare(changes, labels, code, {
          candidates: market.pool.ids.length,
          random: random.fork(`shares ${attribute.name} ${group}`),
          signal,
        });
        return share.pool > 0 ? [roundedShare(group, share)] : [];
      }),
      ...roundedMeans(result.row, p),
      verdict: verdictOf(result, p),
    };
  });
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

interface ReadOptions extends MeasureMatchListOptions {
  readonly attributes: readonly AttributeColumn[];
  readonly tasks: readonly PostingTask[];
  readonly report: readonly number[];
  readonly random: Random;
}

/** Rewrites every posting and reads its list before and after, one posting at a time. */
async function readRewrites(options: ReadOptions): Promise<MeasuredPosting[]> {
  const { market, attributes, tasks, report, random, seed, signal, onProgress } = options;
  const rewriter = createPolicyRewriter({
    market: { ...market, attributes },
    findings: options.findings,
    statements: options.statements,
    measuring: true,
    optimising: options.optimising,
    policy: options.policy,
    seed,
  });
  const measureOf = createPostingMeasurer({
    pool: market.pool,
    attributes,
    members: report,
    rule: 'report',
    random: random.fork('depth'),
  });
  const measured: MeasuredPosting[] = [];
  for (const [done, task] of tasks.entries()) {
    onProgress({ done, total: tasks.length, message: 'Measuring the match list of past postings' });
    await untilOthersHadTheirTurn(signal);
    const { edits } = await rewriter.rewrite(task.space.text, signal);
    const [read] = await measureRewrites(
      market.recommender,
      [{ task, edits, evaluations: 0 }],
      () => [measureOf(task.requirements)],
      signal,
    );
    measured.push(...(read ?? []).flatMap((one) => one ?? []));
  }
  return measured;
}

/** The computation gives way between postings, so that requests and a cancellation get through. */
async function untilOthersHadTheirTurn(signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  signal.throwIfAborted();
}

/** "No measurable change" is said only where a change that matters would have been seen, or nothing was changed. */
function verdictOf({ row, test }: RowResult, p: number): ListVerdict {
  const { change, nullDeviation } = test.squaredExcessGap;
  if (p <= level && change !== 0) return change < 0 ? 'closer' : 'further';
  if (nullDeviation === 0 || row.excessGap.before === 0) return 'no-measurable-change';
  const power = powerToDetectFall(row.excessGap.before ** 2, nullDeviation);
  return power >= leastPower ? 'no-measurable-change' : 'not-enough-data';
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** The upper one of two middle values. */
function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
