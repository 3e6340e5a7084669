import { maxInsertedStatements } from '../shared/edits/insert-options.ts';
import { holmAdjust } from '../shared/fairness/holm.ts';
import type { PromotionDecision } from '../shared/protocol/training-run.ts';
import type { Evaluation, MethodRow } from './evaluation/record.ts';

/** Relevance may not fall by more than this share, with 95 % confidence. */
export const relevanceMargin = 0.02;
/** No attribute's excess gap may grow by this much, with 95 % confidence. */
export const gapMargin = 0.01;

/**
 * One-sided level of the n-th look at the report part since the last salt, `.05 / (n (n + 1))`: 2.5 % for the first, and
 * together never more than 5 %.
 */
export function levelOfLook(look: number): number {
  if (!(Number.isInteger(look) && look >= 1)) throw new RangeError(`look ${look} must be 1, 2, 3, ...`);
  return 0.05 / (look * (look + 1));
}

/**
 * Whether a method may replace the policy in force: the excess gap falls (on some attribute, Holm over all), no other
 * attribute's gap grows, relevance is not inferior, a second recommender agrees in sign, and at most two statements are inserted a
 * posting. Every check is listed, so that a record says what failed.
 */
export function decidePromotion(evaluation: Evaluation, method: string, look: number): PromotionDecision {
  const rows = evaluation.methods.filter((row) => row.method === method);
  const level = levelOfLook(look);
  const falls = holmAdjust(rows.map(({ fallP }) => fallP));
  const fallen = rows.filter(
    (row, i) => (falls[i] ?? 1) <= level && row.excessGap.after < row.excessGap.before,
  );
  const others = rows.filter((row) => !fallen.includes(row));
  const agreement = evaluation.agreement.filter((one) => one.method === method);
  const checks = [
    {
      check: `the excess gap falls (one-sided, level ${level.toPrecision(2)})`,
      passed: fallen.length > 0,
      found: rows.map((row, i) => `${row.attribute}: p ${(falls[i] ?? 1).toPrecision(2)}`).join('; '),
    },
    {
      check: `no other attribute's gap grows by ${gapMargin}`,
      passed: others.every(
        ({ excessGap: { change } }) => change.interval !== null && change.interval.upper < gapMargin,
      ),
      found: others.map(describeGrowth).join('; ') || 'no other attribute',
    },
    {
      check: `relevance falls by less than ${100 * relevanceMargin} %`,
      passed: rows.every(
        ({ relevance: { interval } }) => interval !== null && interval.lower > -relevanceMargin,
      ),
      found: rows
        .map(({ relevance: { interval } }) => `lower bound ${interval?.lower.toFixed(4) ?? 'unknown'}`)
        .join('; '),
    },
    {
      check: 'a second recommender agrees in sign',
      passed:
        fallen.length > 0 &&
        fallen.every(({ attribute }) =>
          agreement.some((one) => one.attribute === attribute && one.excessGap.after < one.excessGap.before),
        ),
      found:
        agreement
          .map(
            ({ recommender, excessGap }) =>
              `${recommender}: ${excessGap.before.toFixed(3)} to ${excessGap.after.toFixed(3)}`,
          )
          .join('; ') || 'no second recommender was measured',
    },
    {
      check: `at most ${maxInsertedStatements} statements are inserted`,
      passed: rows.every(({ mostInserts }) => mostInserts <= maxInsertedStatements),
      found: `${Math.max(0, ...rows.map(({ mostInserts }) => mostInserts))} at most`,
    },
  ];
  return { method, look, level, promoted: rows.length > 0 && checks.every(({ passed }) => passed), checks };
}

function describeGrowth({ attribute, excessGap: { change } }: MethodRow): string {
  return `${attribute}: upper bound ${change.interval?.upper.toFixed(4) ?? 'unknown'}`;
}
