import type { Random } from '../../shared/random.ts';
import type { Choice } from '../actions.ts';
import type { Episode, PostingTask } from '../environment.ts';

/** What a policy may look at. The episode is of the optimise part; policies with zero calls leave it alone. */
export interface Situation {
  readonly task: PostingTask;
  /** Undefined when the list cannot be measured for this posting: only policies that need no measure act then. */
  readonly episode: Episode | undefined;
  readonly random: Random;
  readonly signal?: AbortSignal | undefined;
}

/** Chooses one action a slot. */
export interface SpanPolicy {
  /** As printed in tables. */
  readonly name: string;
  /** Returns a legal choice. */
  decide(situation: Situation): Promise<Choice>;
}
