import { type Choice, isLegalChoice } from '../actions.ts';
import { type RewardParts, rewardWeights } from '../reward.ts';
import { readDimensions } from './effect-model.ts';
import { coordinateSearch } from './greedy.ts';
import { plan } from './planned.ts';
import type { SpanPolicy } from './policy.ts';
import { type RunningState, usualChance, worstGap } from './running-state.ts';
import {
  createWeights,
  linearPreference,
  type PolicyModel,
  type PreparedTask,
  prepareTask,
  rollOut,
} from './softmax-policy.ts';

/** Changes tried together before the search looks again at where the list stands. */
const width = 3;
/** Rounds without a better rewrite before the search ends. */
const patience = 4;
/** How much a gap within chance counts, so that of two equal wordings the one nearer to the pool is tried first. */
const withinChance = 0.25;

/**
 * Policy-guided search: starts from the plan and the policy's choice given the true gap of the original, then tries changes of one or two
 * places, the most promising by the learned effects first, each time from the true gap and relevance of the best choice so
 * far; what is left of the budget goes to plain search. All of it on the optimise part; without one it is the amortised policy.
 * @param budget most variants scored
 */
export function guided(model: PolicyModel, budget = 16, name = `guided-${budget}`): SpanPolicy {
  const weights = createWeights(model.weights);
  const preference = linearPreference(weights.values);
  return {
    name,
    async decide({ task, episode, signal }) {
      const prepared = prepareTask(task, model.effects, weights);
      if (episode === undefined) return rollOut(prepared, preference).choice;
      const limit = episode.evaluations + budget;
      const start = trueState(prepared, episode.original);
      let choice: Choice = task.space.slots.map(() => 0);
      let parts = episode.original;
      let candidates = [
        plan({ ...prepared, start }),
        rollOut(prepared, preference, undefined, start).choice,
        rollOut(prepared, preference).choice,
      ];
      const tried = new Set<string>();
      let misses = 0;
      while (candidates.length > 0 && misses < patience) {
        const within = candidates.slice(0, Math.max(0, limit - episode.evaluations));
        const scored = await episode.score(within, signal);
        for (const one of within) tried.add(one.join());
        const before = parts.reward;
        scored.forEach((one, i) => {
          const candidate = within[i];
          if (candidate === undefined || one.reward <= parts.reward + 1e-9) return;
          choice = candidate;
          parts = one;
        });
        misses = parts.reward > before ? 0 : misses + 1;
        if (episode.evaluations >= limit) break;
        candidates = promising(prepared, choice, trueState(prepared, parts), tried);
      }
      const everything = task.space.slots.map((slot, place) => ({
        place,
        actions: [...slot.actions.keys()],
      }));
      return coordinateSearch(episode, choice, everything, { budget: limit - episode.evaluations }, signal);
    },
  };
}

/** The true gaps and relevance of a choice, where measured; the prediction elsewhere. */
function trueState(prepared: PreparedTask, parts: RewardParts): RunningState {
  const seen = readDimensions(parts);
  return prepared.start.map((predicted, d) => seen.get(prepared.effects.dimensions[d] ?? '') ?? predicted);
}

/** Untried choices that differ in one or two places, by predicted gain. */
function promising(
  prepared: PreparedTask,
  choice: Choice,
  state: RunningState,
  tried: ReadonlySet<string>,
): Choice[] {
  const { space } = prepared.task;
  const singles = space.slots.flatMap((slot, place) =>
    [...slot.actions.keys()].flatMap((action) => {
      if (action === choice[place]) return [];
      return [{ places: [place], changed: choice.map((taken, i) => (i === place ? action : taken)) }];
    }),
  );
  const pairs = singles.flatMap((first, i) =>
    singles.slice(i + 1).flatMap((second) => {
      const place = second.places[0] ?? 0;
      if (first.places.includes(place)) return [];
      const changed = first.changed.map((taken, j) => (j === place ? (second.changed[j] ?? taken) : taken));
      return [{ places: [...first.places, place], changed }];
    }),
  );
  return [...singles, ...pairs]
    .map(({ places, changed }) => ({
      changed,
      gain: predictedGain(prepared, choice, changed, places, state),
    }))
    .sort((a, b) => b.gain - a.gain)
    .filter(({ changed }) => !tried.has(changed.join()))
    .filter(({ changed }) => isLegalChoice(space, changed))
    .slice(0, width)
    .map(({ changed }) => changed);
}

function predictedGain(
  { effects, predicted }: PreparedTask,
  from: Choice,
  to: Choice,
  places: readonly number[],
  state: RunningState,
): number {
  const change = new Float64Array(state.length);
  let edits = 0;
  for (const place of places) {
    const [removed, added] = [from[place] ?? 0, to[place] ?? 0];
    edits += (added > 0 ? 1 : 0) - (removed > 0 ? 1 : 0);
    for (let d = 0; d < change.length; d += 1) {
      const difference = (predicted[place]?.[added]?.[d] ?? 0) - (predicted[place]?.[removed]?.[d] ?? 0);
      change[d] = (change[d] as number) + difference;
    }
  }
  const closes = (deadZone: number) =>
    worstGap(effects, state, undefined, deadZone) - worstGap(effects, state, change, deadZone);
  return closes(usualChance) + withinChance * closes(0) - rewardWeights.edit * edits;
}
