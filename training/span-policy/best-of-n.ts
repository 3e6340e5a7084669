import type { Random } from '../../shared/random.ts';
import { type ActionSpace, type Choice, isLegal, keepAll } from '../actions.ts';
import type { Episode } from '../environment.ts';
import type { SpanPolicy } from './policy.ts';

/** Draws a legal choice. */
export type Sampler = (space: ActionSpace, random: Random) => Choice;

/** Each slot takes one of its legal actions with equal probability. */
export const uniform: Sampler = (space, random) => {
  const choice = keepAll(space);
  space.slots.forEach((slot, place) => {
    const legal = slot.actions.flatMap((_, action) =>
      isLegal(space, choice, place, action) ? [action] : [],
    );
    choice[place] = legal[random.integer(legal.length)] ?? 0;
  });
  return choice;
};

/**
 * Scores `n` drawn rewrites beside the original and takes the best.
 * Source: the best-of-n baseline of Nakano et al., WebGPT, arXiv 2112.09332 (2021).
 */
export function bestOfN(n: number, sampler: Sampler = uniform): SpanPolicy {
  return {
    name: `best-of-${n}`,
    async decide({ task, episode, random, signal }) {
      const original = keepAll(task.space);
      if (episode === undefined) return original;
      const drawn = Array.from({ length: n }, () => sampler(task.space, random));
      return best(episode, [original, ...drawn], signal);
    },
  };
}

/** The choice with the highest reward, the first of equals. */
export async function best(
  episode: Episode,
  choices: readonly Choice[],
  signal?: AbortSignal,
): Promise<Choice> {
  const scored = await episode.score(choices, signal);
  let winner = 0;
  scored.forEach(({ reward }, i) => {
    if (reward > (scored[winner]?.reward ?? Number.NEGATIVE_INFINITY)) winner = i;
  });
  return choices[winner] ?? keepAll(episode.task.space);
}
