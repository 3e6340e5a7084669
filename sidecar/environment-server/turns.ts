import type { EnvironmentLimits } from './dependencies.ts';
import type { RewriteToScore, ScoreOptions, Scorer } from './scorer.ts';
import { createWorkQueue } from './work-queue.ts';

/** Scores when its turn comes; ends with the client's connection or at its deadline, whichever is first. */
export type ScoreInTurn = (
  items: readonly RewriteToScore[],
  options: Omit<ScoreOptions, 'signal'> & {
    readonly seconds?: number | null | undefined;
    readonly client: AbortSignal;
  },
) => ReturnType<Scorer['score']>;

/** One queue for every route that scores. */
export function createTurns(scorer: Scorer, { waiting, time }: EnvironmentLimits): ScoreInTurn {
  const queue = createWorkQueue(waiting);
  return (items, { fold, seed, seconds, client }) => {
    const deadline = AbortSignal.timeout(Math.min(time, (seconds ?? Number.POSITIVE_INFINITY) * 1000));
    const signal = AbortSignal.any([client, deadline]);
    return queue.run(() => scorer.score(items, { fold, seed, signal }), signal);
  };
}
