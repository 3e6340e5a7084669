import { applyEdits } from '../../../shared/edits/apply-edits.ts';
import { normalCdf } from '../../../shared/fairness/distributions.ts';
import { holmAdjust } from '../../../shared/fairness/holm.ts';
import type { KindEffect } from '../../../shared/fairness/match-list/kind-effects.ts';
import {
  type ChangeTest,
  labelPermutationTest,
} from '../../../shared/fairness/match-list/label-permutation.ts';
import type { ListChange } from '../../../shared/fairness/match-list/match-list.ts';
import { relevantFall } from '../../../shared/fairness/match-list/power.ts';
import type { Edit } from '../../../shared/protocol/edit.ts';
import type { ListVerdict } from '../../../shared/protocol/rewrite.ts';
import { createRandom } from '../../../shared/random.ts';
import { type Reading, readLists } from '../../../training/posting-measure.ts';
import { verdictOf } from '../match-list/list-verdict.ts';
import {
  fewestPeople,
  fewestPostings,
  type MeasuringGround,
  type MeasuringOptions,
  prepareMeasuring,
  untilOthersHadTheirTurn,
} from '../match-list/measuring-ground.ts';
import type { EditEffect } from './edit-effects.ts';
import { type EditKind, editKinds, type KnownPlace, kindOfEdit, knownPlaces } from './edit-kind.ts';
import { poolKinds, roundUpCoarsely } from './pooled-effects.ts';

/**
 * What each kind of edit does to the lists of the past postings: every posting is rewritten by the policy engine, the edits
 * of one kind are made alone, and the lists before and after are read on the report part. A kind that fewer than 5 postings
 * or 100 people can be measured on is "not enough data"; the others are tested together, Holm over kinds and attributes.
 * The test is that of the mean signed gap: wording of one kind moves every list to the same side. Beside it the kinds are
 * partially pooled, and a word is said only where both agree: the permutation keeps postings that share people dependent, the
 * pooling draws a kind with few postings toward the others and says how many are missing.
 */
export async function measureEditEffects(options: MeasuringOptions): Promise<EditEffect[]> {
  const random = createRandom(options.seed).fork('edit effects');
  const ground = prepareMeasuring(options, random);
  const changes = await readChanges(options, ground);
  const tests: KindTest[] = [];
  for (const attribute of ground.attributes) {
    const labels = { codes: attribute.codes, groupCount: attribute.groups.length };
    const kinds = editKinds.map((kind) => {
      const own = changes.filter((one) => one.kind === kind && one.attribute === attribute.name);
      return { kind, postings: own.length, changes: enoughOf(own.map(({ change }) => change)) };
    });
    const pooled = poolKinds(kinds, labels);
    for (const [place, { kind, postings, changes: own }] of kinds.entries()) {
      const missing = Math.max(
        fewestPostings - postings,
        (pooled?.[place]?.missing ?? 0) - (own.length === 0 ? postings : 0),
      );
      if (own.length === 0) {
        tests.push({ kind, postings, missing });
        continue;
      }
      options.onProgress({ done: 1, total: 1, message: `Testing ${kind} wording and ${attribute.name}` });
      await untilOthersHadTheirTurn(options.signal);
      const { meanSignedGap } = labelPermutationTest(own, labels, {
        random: random.fork(`${kind} ${attribute.name}`),
        strata: ground.strata,
        signal: options.signal,
      });
      tests.push({ kind, postings, missing, change: meanSignedGap, pooled: pooled?.[place] });
    }
  }
  return overKinds(tests);
}

/** One kind on one attribute; without a change where there was too little to test. */
interface KindTest {
  readonly kind: EditKind;
  readonly postings: number;
  readonly missing: number;
  readonly change?: ChangeTest;
  readonly pooled?: KindEffect | undefined;
}

function enoughOf(changes: readonly ListChange[]): readonly ListChange[] {
  const people = new Set(changes.flatMap(({ members }) => Array.from(members))).size;
  return changes.length < fewestPostings || people < fewestPeople ? [] : changes;
}

function overKinds(tests: readonly KindTest[]): EditEffect[] {
  const tested = tests.flatMap((test) =>
    test.change === undefined ? [] : [{ ...test, change: test.change }],
  );
  const corrected = holmAdjust(tested.map(({ change }) => change.p));
  const words = tested.map((test, i) => ({
    ...test,
    verdict: whereBothAgree(verdictOf(test.change, corrected[i] ?? 1, powerToSee(test.change)), test.pooled),
  }));
  return editKinds.map((kind) => {
    const own = words.filter((word) => word.kind === kind);
    const verdict = overAttributes(own.map((word) => word.verdict));
    const unsure =
      own.length === 0
        ? tests.filter((test) => test.kind === kind)
        : own.filter((word) => word.verdict === 'not-enough-data');
    return {
      kind,
      postings: Math.max(0, ...own.map(({ postings }) => postings)),
      verdict,
      missing:
        verdict === 'not-enough-data'
          ? roundUpCoarsely(Math.max(1, ...unsure.map(({ missing }) => missing)))
          : 0,
    };
  });
}

function whereBothAgree(tested: ListVerdict, pooled: KindEffect | undefined): ListVerdict {
  if (tested === 'not-enough-data' || pooled === undefined || pooled.verdict === 'not-enough-data')
    return 'not-enough-data';
  return tested === pooled.verdict ? tested : 'no-measurable-change';
}

/**
 * Chance that the test finds a fall of the mean signed gap that would matter (two-sided 5 %, normal approximation). With
 * nothing moved there is nothing to miss.
 */
function powerToSee({ before, nullDeviation }: ChangeTest): number {
  return nullDeviation === 0 ? 1 : normalCdf((relevantFall * before) / nullDeviation - 1.959964);
}

/** A gain on one attribute is not set against a loss on another. */
function overAttributes(verdicts: readonly ListVerdict[]): ListVerdict {
  if (verdicts.length === 0) return 'not-enough-data';
  const order: readonly ListVerdict[] = ['further', 'closer', 'not-enough-data'];
  return order.find((verdict) => verdicts.includes(verdict)) ?? 'no-measurable-change';
}

/** One list of one posting before and after its edits of one kind. */
interface KindChange {
  readonly kind: EditKind;
  readonly attribute: string;
  readonly change: ListChange;
}

async function readChanges(
  { market, findings, statements, signal, onProgress }: MeasuringOptions,
  { tasks, rewriter, measureOf }: MeasuringGround,
): Promise<KindChange[]> {
  const changes: KindChange[] = [];
  for (const [done, task] of tasks.entries()) {
    onProgress({ done, total: tasks.length, message: 'Measuring kinds of wording over past postings' });
    await untilOthersHadTheirTurn(signal);
    const { text } = task.space;
    const measure = measureOf(task.requirements);
    const byKind = editsByKind(
      (await rewriter.rewrite(text)).edits,
      knownPlaces(text, findings(text), statements),
    );
    if (measure.attributes.length === 0 || byKind.size === 0) continue;
    const texts = [text, ...[...byKind.values()].map((edits) => applyEdits(text, edits))];
    const [original, ...rewritten] = (await market.recommender.score(texts, signal)).map((scores) =>
      readLists(measure, scores),
    );
    if (original === undefined) throw new Error(`${market.recommender.name} gave no scores`);
    [...byKind.keys()].forEach((kind, place) => {
      const after = rewritten[place];
      measure.attributes.forEach(({ attribute }, list) => {
        const change = changeOf(original, after, list);
        if (change !== undefined) changes.push({ kind, attribute, change });
      });
    });
  }
  return changes;
}

function changeOf(before: Reading, after: Reading | undefined, list: number): ListChange | undefined {
  const [from, to] = [before.lists[list], after?.lists[list]];
  return from && to && { members: from.members, before: from.weights, after: to.weights };
}

function editsByKind(edits: readonly Edit[], places: readonly KnownPlace[]): Map<EditKind, Edit[]> {
  const grouped = new Map<EditKind, Edit[]>();
  for (const edit of edits) {
    const kind = kindOfEdit(edit, places);
    if (kind !== undefined) grouped.set(kind, [...(grouped.get(kind) ?? []), edit]);
  }
  return grouped;
}
