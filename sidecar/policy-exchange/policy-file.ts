import { z } from 'zod';
import { statementSchema } from '../../shared/protocol/sidecar.ts';
import { runRecordSchema } from '../../training/evaluation/record.ts';
import { savedPolicySchema } from '../../training/span-policy/saved-policy.ts';

/** A policy file is smaller than this, in bytes. */
export const mostPolicyFileBytes = 1_000_000;

/**
 * What a recruiter's install takes over from the analyst's: the promoted policy, the approved statements, the company's
 * rule packs and the record of the promotion. Effects and figures are sums over many people; there is no field for a candidate, a text or a vector,
 * and fields that are not named here are left out.
 */
export const policyPayloadSchema = z.object({
  format: z.literal('autorefine-policy'),
  formatVersion: z.literal(1),
  madeOn: z.iso.date(),
  /** Version of the program that exported. */
  version: z.string(),
  /** As whoever exported calls themselves; the key says who it is. */
  signedBy: z.string().min(1).max(100),
  policy: z.object({ id: z.string(), content: savedPolicySchema }),
  /** The run the promotion rests on, only the row of this policy, figures rounded to .001. */
  promotion: runRecordSchema,
  statements: z.array(statementSchema),
  /** The company's own rules. Read one by one with `parseRulePack`, which proves each and says what is wrong where. */
  rulePacks: z.array(z.unknown()).default([]),
});
export type PolicyPayload = z.infer<typeof policyPayloadSchema>;

export const policyFileSchema = z.object({
  payload: z.unknown(),
  signature: z.object({
    algorithm: z.literal('ed25519'),
    /** DER (SubjectPublicKeyInfo) and signature, both in base64. */
    publicKey: z.string().max(200),
    value: z.string().max(200),
  }),
});
export type PolicyFile = z.infer<typeof policyFileSchema>;

/** A policy file that is not used, with the reason and the mend. */
export class PolicyFileError extends Error {
  override readonly name = 'PolicyFileError';
}
