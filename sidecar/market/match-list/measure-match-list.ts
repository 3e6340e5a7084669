import { holmAdjust } from '../../../shared/fairness/holm.ts';
import type { ChangeTest } from '../../../shared/fairness/match-list/label-permutation.ts';
import { powerToDetectFall } from '../../../shared/fairness/match-list/power.ts';
import { createRandom } from '../../../shared/random.ts';
import { type MeasuredPosting, measureRewrites } from '../../../training/evaluation/measured-posting.ts';
import { changesOf, methodRow } from '../../../training/evaluation/method-row.ts';
import { groupShare } from './group-shares.ts';
import { verdictOf } from './list-verdict.ts';
import {
  type MatchListFigures,
  roundedKnownShare,
  roundedMeans,
  roundedShare,
} from './match-list-figures.ts';
import {
  fewestPeople,
  fewestPostings,
  type MeasuringGround,
  type MeasuringOptions,
  prepareMeasuring,
  untilOthersHadTheirTurn,
} from './measuring-ground.ts';

export type MeasuredList = Omit<MatchListFigures, 'measuredOn' | 'provenance'>;

/**
 * What rewriting the company's past postings would do to the match list: each is rewritten by the policy engine and read
 * before and after on people that no search has seen. One entry an attribute; an attribute that fewer than 5 postings or
 * 100 people can be measured on has none.
 */
export async function measureMatchList(options: MeasuringOptions): Promise<MeasuredList[]> {
  const { signal, onProgress, postings, market } = options;
  const random = createRandom(options.seed).fork('match list');
  const ground = prepareMeasuring(options, random);
  const { attributes, strata } = ground;
  const measured = await readRewrites(options, ground);
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
      verdict: verdictOf(result.test.squaredExcessGap, p, powerToSee(result.test.squaredExcessGap)),
    };
  });
}

/** Rewrites every posting and reads its list before and after, one posting at a time. */
async function readRewrites(
  { market, signal, onProgress }: MeasuringOptions,
  { tasks, rewriter, measureOf }: MeasuringGround,
): Promise<MeasuredPosting[]> {
  const measured: MeasuredPosting[] = [];
  for (const [done, task] of tasks.entries()) {
    onProgress({ done, total: tasks.length, message: 'Measuring the match list of past postings' });
    await untilOthersHadTheirTurn(signal);
    const { edits } = await rewriter.rewrite(task.space.text);
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

/** Where nothing moved, or there was no gap to begin with, there is nothing to miss. */
function powerToSee({ before, nullDeviation }: ChangeTest): number {
  return nullDeviation === 0 || before <= 0 ? 1 : powerToDetectFall(before, nullDeviation);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** The upper one of two middle values. */
function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
