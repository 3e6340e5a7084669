import type { ModelTrainingRecord } from '../../training/language-model/training-record.ts';

/** What becomes of a trained model. */
export interface GateDecision {
  /** Better than its base: named, deployed, and answers where it is named. */
  readonly kept: boolean;
  /** Better than the policy engine too: rewrites from now on. */
  readonly promoted: boolean;
  readonly verdict: string;
}

/** Most of the gain that quantising may lose. */
const mostLost = 1 / 3;

/**
 * The gate, on sentences of unseen postings: both 95 % intervals must lie above zero. The policy engine needs no language model, so it
 * is the bar for using one at all.
 */
export function decideOnModel({ report, policy, float }: ModelTrainingRecord): GateDecision {
  const lost = float === undefined ? 0 : (float - report.tuned) / (float - report.base);
  if (float !== undefined && float > report.base && lost > mostLost)
    return {
      kept: false,
      promoted: false,
      verdict: `Quantising loses ${Math.round(100 * Math.min(1, lost))} % of what training gained, more than a third; the base stays in use.`,
    };
  if (report.interval.lower <= 0)
    return {
      kept: false,
      promoted: false,
      verdict: 'The trained model is no better than its base; the base stays in use.',
    };
  if (policy.interval.lower <= 0)
    return {
      kept: true,
      promoted: false,
      verdict:
        'The trained model is better than its base, but the policy is better or as good: the policy is better, keep it.',
    };
  return {
    kept: true,
    promoted: true,
    verdict: 'The trained model is better than its base and than the policy.',
  };
}
