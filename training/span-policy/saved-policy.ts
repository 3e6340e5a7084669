import { z } from 'zod';
import { type PolicyModel, policyModelSchema } from './softmax-policy.ts';

/** A policy as a row of JSON: some kilobytes, readable, the same decisions after loading. */
export const savedPolicySchema = z.object({
  kind: z.literal('span-policy'),
  format: z.literal(1),
  model: policyModelSchema,
});
export type SavedPolicy = z.infer<typeof savedPolicySchema>;

export function savePolicy(model: PolicyModel): SavedPolicy {
  return { kind: 'span-policy', format: 1, model };
}

/** @throws Error that names what is wrong with the policy and the mend */
export function loadPolicy(content: unknown): PolicyModel {
  const parsed = savedPolicySchema.safeParse(content);
  if (parsed.success) return parsed.data.model;
  const issue = parsed.error.issues[0];
  throw new Error(
    `The policy cannot be read: ${issue?.path.join('.') || 'the whole'}: ${issue?.message}. Roll back to an older version or train again.`,
  );
}
