import { z } from 'zod';
import type { ActionSpace, Choice, Slot } from '../actions.ts';
import type { PostingTask } from '../environment.ts';
import type { RewardParts } from '../reward.ts';
import { editFeatures } from './edit-features.ts';
import { ridge, type SparseRow } from './ridge.ts';
import { fitWords, surroundingWords } from './surrounding-words.ts';

/** What one rewrite did, as logged when it was tried on the optimise part. */
export interface LoggedRewrite {
  readonly task: PostingTask;
  readonly original: RewardParts;
  readonly choice: Choice;
  /** Probability with which the choice was drawn. */
  readonly propensity: number;
  readonly parts: RewardParts;
}

/** Effects of edits on the list, learned from other postings and partially pooled over kinds. */
export const effectModelSchema = z.object({
  /** What is predicted: the signed gap of each group, as `attribute/group number`, then the relevance. */
  dimensions: z.array(z.string()),
  /** Change of each dimension by feature of an edit. */
  edits: z.record(z.string(), z.array(z.number())),
  /** Signed gaps of postings of an occupation beside what their flagged wording explains; `any` for the others. */
  occupations: z.record(z.string(), z.array(z.number())),
  /** What a word outside the flagged wording adds to that. Absent in policies of earlier versions. */
  words: z.record(z.string(), z.array(z.number())).optional(),
});
export type EffectModel = z.infer<typeof effectModelSchema>;

export const relevanceDimension = 'relevance';
const penalty = 2;

/** A model that knows nothing: every edit does nothing. */
export const noEffects: EffectModel = { dimensions: [], edits: {}, occupations: {} };

/** Signed gaps and relevance in one vector, by dimension name; groups that were not measured are absent. */
export function readDimensions(parts: RewardParts): Map<string, number> {
  const values = new Map<string, number>();
  for (const { attribute, signed } of parts.attributes) {
    signed.forEach((gap, group) => {
      values.set(`${attribute}/${group}`, gap);
    });
  }
  return values.set(relevanceDimension, parts.relevance);
}

/**
 * Fits the effects by ridge regression of each rewrite's change on the features of its edits: within postings, so that what
 * else a posting says does not enter. The penalty pools: a wording seen once leans on its rule, a rule on its category.
 */
export function fitEffects(logs: readonly LoggedRewrite[]): EffectModel {
  const features = new Map<string, number>();
  const idOf = (name: string) => {
    const id = features.get(name) ?? features.size;
    features.set(name, id);
    return id;
  };
  const designs = logs.map((log) => ({
    ids: changedFeatures(log.task.space, log.choice).map(idOf),
    before: readDimensions(log.original),
    after: readDimensions(log.parts),
  }));
  const dimensions = [...new Set(designs.flatMap(({ before }) => [...before.keys()]))].sort();
  const weights = dimensions.map((dimension) => {
    const rows = designs.flatMap(({ ids, before, after }): SparseRow[] => {
      const [from, to] = [before.get(dimension), after.get(dimension)];
      return from === undefined || to === undefined ? [] : [{ features: ids, value: to - from }];
    });
    return ridge(rows, features.size, penalty);
  });
  const edits: Record<string, number[]> = {};
  for (const [name, id] of features) edits[name] = weights.map((weight) => weight[id] ?? 0);
  const originals = [...new Map(logs.map((log) => [log.task.id, log])).values()];
  const flagged: EffectModel = { dimensions, edits, occupations: {} };
  const inOccupation = { ...flagged, occupations: fitOccupations(flagged, originals) };
  const samples = originals.map((log) => ({
    words: surroundingWords(log.task.space),
    values: unexplained(inOccupation, log).map((value, d) =>
      dimensions[d] === relevanceDimension ? 0 : value,
    ),
  }));
  return { ...inOccupation, words: fitWords(samples) };
}

/** Predicted change of each dimension by one action. */
export function predictEdit(model: EffectModel, slot: Slot, action: number): Float64Array<ArrayBuffer> {
  const change = new Float64Array(model.dimensions.length);
  const taken = slot.actions[action];
  if (taken === undefined || taken.kind === 'keep') return change;
  for (const name of editFeatures(slot, taken)) {
    model.edits[name]?.forEach((value, d) => {
      change[d] = (change[d] as number) + value;
    });
  }
  return change;
}

/**
 * Predicted signed gaps of the original text, without a call: what its flagged wording does (the reverse of taking it out)
 * beside what postings of its occupation and with its other words show anyway.
 */
export function predictOriginal(model: EffectModel, task: PostingTask): Float64Array<ArrayBuffer> {
  const predicted = flaggedWording(model, task.space);
  const add = (effect: readonly number[] | undefined) => {
    effect?.forEach((value, d) => {
      predicted[d] = (predicted[d] as number) + value;
    });
  };
  add(model.occupations[task.requirements.occupation ?? 'any'] ?? model.occupations.any);
  if (model.words !== undefined) {
    for (const word of surroundingWords(task.space))
      if (Object.hasOwn(model.words, word)) add(model.words[word]);
  }
  return predicted;
}

function changedFeatures(space: ActionSpace, choice: Choice): string[] {
  return space.slots.flatMap((slot, place) => {
    const action = slot.actions[choice[place] ?? 0];
    return action === undefined || action.kind === 'keep' ? [] : editFeatures(slot, action);
  });
}

/** What the flagged wording does to each dimension: the reverse of what its mean replacement does. */
function flaggedWording(model: EffectModel, space: ActionSpace): Float64Array<ArrayBuffer> {
  const total = new Float64Array(model.dimensions.length);
  for (const slot of space.slots) {
    if (slot.category === 'statement') continue;
    for (let action = 1; action < slot.actions.length; action += 1) {
      predictEdit(model, slot, action).forEach((value, d) => {
        total[d] = (total[d] as number) - value / (slot.actions.length - 1);
      });
    }
  }
  return total;
}

/** What the model so far leaves of a posting's original values, one a dimension; nothing where a group was not measured. */
function unexplained(model: EffectModel, { task, original }: LoggedRewrite): number[] {
  const seen = readDimensions(original);
  const explained = predictOriginal(model, task);
  return model.dimensions.map((dimension, d) => {
    const value = seen.get(dimension);
    return value === undefined ? 0 : value - (explained[d] ?? 0);
  });
}

/** Means over postings of what the flagged wording leaves unexplained, an occupation's drawn toward the mean of all. */
function fitOccupations(model: EffectModel, originals: readonly LoggedRewrite[]): EffectModel['occupations'] {
  const sums = new Map<string, { total: Float64Array; count: number }>();
  for (const log of originals) {
    const rest = unexplained(model, log);
    for (const name of ['any', log.task.requirements.occupation]) {
      if (name === undefined) continue;
      const sum = sums.get(name) ?? { total: new Float64Array(rest.length), count: 0 };
      rest.forEach((value, d) => {
        sum.total[d] = (sum.total[d] as number) + value;
      });
      sums.set(name, { total: sum.total, count: sum.count + 1 });
    }
  }
  const any = sums.get('any');
  const mean = [...(any?.total ?? [])].map((value) => value / (any?.count ?? 1));
  return Object.fromEntries(
    [...sums].map(([name, { total, count }]) => [
      name,
      mean.map((value, d) => ((total[d] ?? 0) + penalty * value) / (count + penalty)),
    ]),
  );
}
