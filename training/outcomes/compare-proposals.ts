import { criticalValue, normalTwoSided } from '../../shared/fairness/distributions.ts';
import { holmAdjust } from '../../shared/fairness/holm.ts';
import type { Random } from '../../shared/random.ts';
import { type Contrast, contrast } from './doubly-robust.ts';
import { postingsNeeded } from './power.ts';
import type { ObservedPosting } from './proposal.ts';

const level = 0.05;

/** One proposal against the one that is shown without exploration. Outcomes are gaps: a negative difference is closer. */
export interface ProposalEffect {
  readonly proposal: string;
  readonly difference: number;
  readonly interval: { readonly lower: number; readonly upper: number };
  readonly pHolm: number;
  readonly verdict: 'closer' | 'further' | 'no-measurable-difference';
  readonly postings: number;
}

export type Comparison =
  | {
      readonly enough: false;
      readonly postings: number;
      readonly needed: number | undefined;
      readonly why: string;
    }
  | {
      readonly enough: true;
      readonly effects: readonly ProposalEffect[];
      /** What to show from now on: the closest of those that are measurably closer, otherwise the reference. */
      readonly preferred: string;
    };

export interface ComparisonOptions {
  /** What is shown without exploration. */
  readonly reference: string;
  /** Difference that would matter; with fewer postings than finding it takes, nothing is learned. */
  readonly effect: number;
  readonly random: Random;
}

/**
 * Learns from outcomes which proposal to show. Refuses, with the number of postings it takes, while that effect could not be
 * found: an early look would mostly learn noise.
 */
export function compareProposals(
  postings: readonly ObservedPosting[],
  { reference, effect, random }: ComparisonOptions,
): Comparison {
  const names = new Set(postings.flatMap(({ propensities }) => Object.keys(propensities)));
  names.delete(reference);
  const found = [...names].sort().flatMap((proposal) => {
    const one = contrast(postings, proposal, reference, random.fork(proposal));
    return one === undefined ? [] : [{ proposal, ...one }];
  });
  if (found.length === 0) {
    const why = `no posting could have been shown anything but "${reference}": an analyst can switch exploration on`;
    return { enough: false, postings: 0, needed: undefined, why };
  }
  const ready = found.filter((one) => one.postings >= neededFor(one, effect));
  if (ready.length === 0) {
    const most = found.reduce((a, b) => (b.postings > a.postings ? b : a));
    const needed = neededFor(most, effect);
    const why = `${most.postings} postings with an outcome, ${needed} are needed to find a difference of ${effect}`;
    return { enough: false, postings: most.postings, needed, why };
  }
  const corrected = holmAdjust(
    ready.map(({ difference, standardError }) => normalTwoSided(difference / standardError)),
  );
  const effects = ready.map((one, i) => toEffect(one, corrected[i] ?? 1));
  const closer = effects.filter(({ verdict }) => verdict === 'closer');
  const best = closer.reduce<ProposalEffect | undefined>(
    (a, b) => (a === undefined || b.difference < a.difference ? b : a),
    undefined,
  );
  return { enough: true, effects, preferred: best?.proposal ?? reference };
}

function neededFor({ residualDeviation: deviation, inversePropensities }: Contrast, effect: number): number {
  return deviation === 0 ? 0 : postingsNeeded({ effect, deviation, inversePropensities });
}

function toEffect(
  { proposal, difference, standardError, postings }: Contrast & { proposal: string },
  pHolm: number,
): ProposalEffect {
  const margin = criticalValue(1 - level) * standardError;
  const measurable = pHolm <= level;
  return {
    proposal,
    difference,
    interval: { lower: difference - margin, upper: difference + margin },
    pHolm,
    verdict: !measurable ? 'no-measurable-difference' : difference < 0 ? 'closer' : 'further',
    postings,
  };
}
