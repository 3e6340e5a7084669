import { z } from 'zod';
import { loadPolicy } from '../../training/span-policy/saved-policy.ts';
import type { PolicyModel } from '../../training/span-policy/softmax-policy.ts';
import { policyKind } from '../storage/policy-kinds.ts';
import type { Store } from '../storage/store.ts';

/**
 * The span policy in force; undefined while none was promoted or optimising is switched off.
 * @throws Error that names what is wrong with the kept policy and the mend
 */
export function promotedPolicy({ policies, settings }: Store): PolicyModel | undefined {
  if (!settings.read().optimising) return undefined;
  const current = policies.current(policyKind);
  return current && loadPolicy(policies.content(current.policyId, z.unknown()));
}
