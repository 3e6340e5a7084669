import { applyEdits } from '../../../shared/edits/apply-edits.ts';
import { normalCdf } from '../../../shared/fairness/distributions.ts';
import { holmAdjust } from '../../../shared/fairness/holm.ts';
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
import { type EditKind, editKinds, knownPlaces } from './edit-kind.ts';

/**
 * What each kind of edit does to the lists of the past postings: every posting is rewritten by the policy engine, the edits
 * of one kind are made alone, and the lists before and after are read on the report part. A kind that fewer than 5 postings
 * or 100 people can be measured on is "not enough data"; the others are tested together, Holm over kinds and attributes.
 * The test is that of the mean signed gap: wording of one kind moves every list to the same side.
 */
export async function measureEditEffects(options: MeasuringOptions): Promise<EditEffect[]> {
  const random = createRandom(options.seed).fork('edit effects');
  const ground = prepareMeasuring(options, random);
  const changes = await readChanges(options, ground);
  const { strata, attributes } = ground;
  const tests = [];
  for (const kind of editKinds) {
    for (const attribute of attributes) {
      const own = changes.filter((one) => one.kind === kind && one.attribute === attribute.name);
      const people = new Set(own.flatMap(({ change }) => Array.from(change.members))).size;
      if (own.length < fewestPostings || people < fewestPeople) continue;
      options.onProgress({ done: 1, total: 1, message: `Testing ${kind} wording and ${attribute.name}` });
      await untilOthersHadTheirTurn(options.signal);
      const { meanSignedGap } = labelPermutationTest(
        own.map(({ change }) => change),
        { codes: attribute.codes, groupCount: attribute.groups.length },
        { random: random.fork(`${kind} ${attribute.name}`), strata, signal: options.signal },
      );
      tests.push({ kind, postings: own.length, change: meanSignedGap });
    }
  }
  const corrected = holmAdjust(tests.map(({ change }) => change.p));
  const tested = tests.map((test, i) => ({
    ...test,
    verdict: verdictOf(test.change, corrected[i] ?? 1, powerToSee(test.change)),
  }));
  return editKinds.map((kind) => {
    const own = tested.filter((test) => test.kind === kind);
    return {
      kind,
      postings: Math.max(0, ...own.map(({ postings }) => postings)),
      verdict: overAttributes(own.map(({ verdict }) => verdict)),
    };
  });
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

function editsByKind(
  edits: readonly Edit[],
  places: readonly { readonly kind: EditKind; readonly options: readonly Edit[] }[],
): Map<EditKind, Edit[]> {
  const grouped = new Map<EditKind, Edit[]>();
  for (const edit of edits) {
    const place = places.find(({ options }) =>
      options.some(
        ({ start, end, after }) => start === edit.start && end === edit.end && after === edit.after,
      ),
    );
    if (place !== undefined) grouped.set(place.kind, [...(grouped.get(place.kind) ?? []), edit]);
  }
  return grouped;
}
