import { type Choice, isLegal } from '../actions.ts';
import { type RewardParts, rewardWeights } from '../reward.ts';
import { readDimensions } from './effect-model.ts';
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
/** How much a gap within chance counts, so that of two equal wordings the one nearer to the pool is tried first. */
const withinChance = 0.25;

/**
 * Policy-guided search: starts from the policy's choice given the true gap of the original, then tries single changes, the most
 * promising by the learned effects first, each time from the true gap and relevance of the best choice so far. All of it on the
 * optimise part; without one it is the amortised policy.
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
        rollOut(prepared, preference, undefined, start).choice,
        rollOut(prepared, preference).choice,
      ];
      const tried = new Set<string>();
      let misses = 0;
      while (candidates.length > 0 && misses < 2) {
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
      return choice;
    },
  };
}

/** The true gaps and relevance of a choice, where measured; the prediction elsewhere. */
function trueState(prepared: PreparedTask, parts: RewardParts): RunningState {
  const seen = readDimensions(parts);
  return prepared.start.map((predicted, d) => seen.get(prepared.effects.dimensions[d] ?? '') ?? predicted);
}

/** Untried single changes of a choice, by predicted gain. */
function promising(
  prepared: PreparedTask,
  choice: Choice,
  state: RunningState,
  tried: ReadonlySet<string>,
): Choice[] {
  const { slots } = prepared.task.space;
  const changes = slots.flatMap((slot, place) =>
    [...slot.actions.keys()].flatMap((action) => {
      const changed = choice.map((taken, i) => (i === place ? action : taken));
      if (tried.has(changed.join()) || !isLegal(prepared.task.space, choice, place, action)) return [];
      return [{ changed, gain: predictedGain(prepared, choice, state, place, action) }];
    }),
  );
  return changes
    .sort((a, b) => b.gain - a.gain)
    .slice(0, width)
    .map(({ changed }) => changed);
}

function predictedGain(
  { effects, predicted }: PreparedTask,
  choice: Choice,
  state: RunningState,
  place: number,
  action: number,
): number {
  const added = predicted[place]?.[action];
  const removed = predicted[place]?.[choice[place] ?? 0];
  const change = state.map((_, d) => (added?.[d] ?? 0) - (removed?.[d] ?? 0));
  const closes = (deadZone: number) =>
    worstGap(effects, state, undefined, deadZone) - worstGap(effects, state, change, deadZone);
  const edits = (action > 0 ? 1 : 0) - ((choice[place] ?? 0) > 0 ? 1 : 0);
  return closes(usualChance) + withinChance * closes(0) - rewardWeights.edit * edits;
}
