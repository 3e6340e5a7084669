import type { Outcome, PastPosting, Stage } from '../../../shared/protocol/candidate.ts';
import { ServiceUnavailable } from '../../routes/services.ts';

/** What happened to one posting of the company's past: its text and the steps that people took. No attribute is here. */
export interface PastInteractions {
  readonly postingId: string;
  readonly text: string;
  readonly steps: readonly { readonly candidateId: string; readonly stage: Stage }[];
}

/** The postings with what came of each, as imported; postings of which nothing is known are left out. */
export function groupOutcomes(
  postings: Iterable<Pick<PastPosting, 'externalId' | 'title' | 'text'>>,
  outcomes: readonly Outcome[],
): PastInteractions[] {
  const steps = new Map<string, { candidateId: string; stage: Stage }[]>();
  for (const { postingId, externalId, stage } of outcomes) {
    const known = steps.get(postingId) ?? [];
    known.push({ candidateId: externalId, stage });
    steps.set(postingId, known);
  }
  return [...postings].flatMap(({ externalId, title, text }) => {
    const own = steps.get(externalId);
    return own === undefined ? [] : [{ postingId: externalId, text: `${title}\n${text}`, steps: own }];
  });
}

/** How far each stage shows that person and posting fit. Having seen it, or having been rejected, shows nothing. */
const grades: Readonly<Record<Stage, number>> = {
  seen: 0,
  rejected: 0,
  applied: 1,
  interviewed: 2,
  offered: 3,
  hired: 3,
};

/** Fewer than these, and what is learned would be these people rather than how the company chooses. */
export const leastInteractions = { postings: 20, applications: 200 } as const;

/** The highest grade of everyone who took a step, by candidate id. */
export function gradesOf({ steps }: PastInteractions): Map<string, number> {
  const best = new Map<string, number>();
  for (const { candidateId, stage } of steps) {
    best.set(candidateId, Math.max(best.get(candidateId) ?? 0, grades[stage]));
  }
  return best;
}

/**
 * How many postings and applications there are to learn from.
 * @throws ServiceUnavailable when they are fewer than `leastInteractions`.
 */
export function countInteractions(past: readonly PastInteractions[]) {
  const applied = past.map((posting) => [...gradesOf(posting).values()].filter((grade) => grade > 0).length);
  const postings = applied.filter((count) => count > 0).length;
  const applications = applied.reduce((sum, count) => sum + count, 0);
  if (postings >= leastInteractions.postings && applications >= leastInteractions.applications) {
    return { postings, applications };
  }
  throw new ServiceUnavailable(
    `There are ${applications} applications to ${postings} postings; the interactions recommender needs at least ` +
      `${leastInteractions.applications} to ${leastInteractions.postings}.`,
    'Import more with `autorefine import outcomes FILE`, or choose the embedded recommender.',
  );
}
