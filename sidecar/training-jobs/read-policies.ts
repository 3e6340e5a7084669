import { z } from 'zod';
import type { Policy } from '../../shared/protocol/policy.ts';
import { type PromotionDecision, promotionDecisionSchema } from '../../shared/protocol/training-run.ts';
import { loadPolicy } from '../../training/span-policy/saved-policy.ts';
import { policyKind, runIdOf } from '../storage/policy-kinds.ts';
import type { Store } from '../storage/store.ts';
import { describePreferences, type WordingExamples } from './policy-preferences.ts';

/** What a promotion of a policy rests on. */
export interface PromotionGrounds {
  readonly decision: PromotionDecision;
  /** The whole record, as its training run wrote it. */
  readonly record: unknown;
}

const decidedSchema = z.object({ promotion: promotionDecisionSchema });

/** The record of the run a policy came from; of an imported policy the one that came with it. */
export function promotionOf({ policies }: Pick<Store, 'policies'>, id: string): PromotionGrounds | undefined {
  const promoted = policies.promotions(policyKind).findLast(({ policyId }) => policyId === id);
  const record = policies.content(runIdOf(id), z.unknown()) ?? promoted?.record;
  const decided = decidedSchema.safeParse(record);
  return decided.success ? { record, decision: decided.data.promotion } : undefined;
}

/** Every policy that was trained or imported, newest first, with what it prefers. */
export function readPolicies({ policies }: Store, examples: WordingExamples): Policy[] {
  const inForce = policies.current(policyKind)?.policyId;
  const promotions = policies.promotions(policyKind);
  return policies
    .list(policyKind)
    .map(({ id, createdAt }): Policy => {
      const own = promotions.filter(({ policyId }) => policyId === id);
      const decision = promotionOf({ policies }, id)?.decision;
      return {
        id,
        trainedAt: createdAt,
        inForce: id === inForce,
        promotions: own.map(({ promotedAt, withdrawnAt }) => ({
          promotedAt,
          ...(withdrawnAt === undefined ? {} : { withdrawnAt }),
        })),
        ...(decision === undefined ? {} : { decision }),
        promotable: decision?.promoted === true && id !== inForce,
        preferences: describePreferences(loadPolicy(policies.content(id, z.unknown())), examples),
      };
    })
    .reverse();
}
