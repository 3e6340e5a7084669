import { type Choice, isLegal, keepAll } from '../actions.ts';
import type { Episode } from '../environment.ts';
import type { SpanPolicy } from './policy.ts';

export interface GreedyOptions {
  /** Times every slot is visited; the search ends early when a pass changes nothing. */
  readonly passes?: number;
  /** Most variants scored; no limit when absent. */
  readonly budget?: number;
  /** A change of choice must raise the reward by more than this. */
  readonly leastGain?: number;
}

/** Rounding must not start an endless exchange of equal wordings. */
const roundingError = 1e-9;

/** What the search tries: slots in order, and for each the actions to try, best guess first. */
export type SearchPlan = readonly { readonly place: number; readonly actions: readonly number[] }[];

/**
 * Coordinate search: visit the slots in text order, try every action with the others held fixed, keep what raises the reward
 * most. Mines the noise of the part it searches on, so its figure must come from another part.
 */
export function greedy(options: GreedyOptions = {}): SpanPolicy {
  const { budget = Number.POSITIVE_INFINITY } = options;
  return {
    name: Number.isFinite(budget) ? `greedy-${budget}` : 'greedy',
    async decide({ task, episode, signal }) {
      const start = keepAll(task.space);
      if (episode === undefined) return start;
      const plan = task.space.slots.map((slot, place) => ({ place, actions: [...slot.actions.keys()] }));
      return coordinateSearch(episode, start, plan, options, signal);
    },
  };
}

/** The search itself, from any start and along any plan. */
export async function coordinateSearch(
  episode: Episode,
  start: Choice,
  plan: SearchPlan,
  { passes = 2, budget = Number.POSITIVE_INFINITY, leastGain = roundingError }: GreedyOptions = {},
  signal?: AbortSignal,
): Promise<Choice> {
  const { space } = episode.task;
  const limit = episode.evaluations + budget;
  let current = start;
  let reward = (await episode.score([start], signal))[0]?.reward ?? episode.original.reward;
  for (let pass = 0; pass < passes; pass += 1) {
    let changed = false;
    for (const { place, actions } of plan) {
      const left = limit - episode.evaluations;
      if (left <= 0) return current;
      const variants = actions
        .filter((action) => action !== current[place] && isLegal(space, current, place, action))
        .map((action) => current.map((taken, i) => (i === place ? action : taken)))
        .slice(0, left);
      const scored = await episode.score(variants, signal);
      scored.forEach((parts, i) => {
        const variant = variants[i];
        if (variant === undefined || parts.reward <= reward + leastGain) return;
        reward = parts.reward;
        current = variant;
        changed = true;
      });
    }
    if (!changed) break;
  }
  return current;
}
