import type { ComparisonTally } from '../storage/model-comparisons.ts';
import { signTest } from './sign-test.ts';

/** What people preferred, blind, once every pair is answered. */
export interface ComparisonResult {
  readonly model: number;
  readonly policy: number;
  readonly neither: number;
  /** Two-sided sign test over the pairs with a preference. */
  readonly p: number;
  readonly preferred: 'model' | 'policy' | 'neither';
  readonly verdict: string;
}

/** How far a comparison is; who was preferred is told at the end only. */
export interface ComparisonState extends Pick<ComparisonTally, 'pairs' | 'open'> {
  readonly result?: ComparisonResult;
}

export function comparisonState(tally: ComparisonTally): ComparisonState {
  const { pairs, open } = tally;
  const result = judgeComparison(tally);
  return { pairs, open, ...(result ? { result } : {}) };
}

const level = 0.05;

/** @returns undefined while a pair is open: a test that is looked at early finds too much. */
export function judgeComparison({
  pairs,
  open,
  model,
  policy,
  neither,
}: ComparisonTally): ComparisonResult | undefined {
  if (open > 0) return undefined;
  const p = signTest(model, policy);
  const preferred = p >= level ? 'neither' : model > policy ? 'model' : 'policy';
  const counts = `blind, ${model} of ${pairs} rewrites by the model were preferred, ${policy} by the policy, ${neither} times neither (p ${p.toPrecision(2)})`;
  return { model, policy, neither, p, preferred, verdict: `${verdicts[preferred]}: ${counts}.` };
}

const verdicts: Record<ComparisonResult['preferred'], string> = {
  model: 'The model is preferred',
  policy: 'The policy is preferred, keep it',
  neither: 'No clear preference, keep the policy',
};
