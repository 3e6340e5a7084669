import { z } from 'zod';
import packageFile from '../../package.json' with { type: 'json' };
import { type RunRecord, runRecordSchema } from '../../training/evaluation/record.ts';
import { savedPolicySchema } from '../../training/span-policy/saved-policy.ts';
import { policyKind } from '../storage/policy-kinds.ts';
import type { Store } from '../storage/store.ts';
import {
  mostPolicyFileBytes,
  PolicyFileError,
  type PolicyPayload,
  policyPayloadSchema,
} from './policy-file.ts';
import { openSigningKey, signPayload } from './signature.ts';

/**
 * The promoted policy as one signed JSON text.
 * @throws PolicyFileError when no policy is in force, its record is of another version, or the file would be too large
 */
export function exportPolicy(store: Store, signedBy: string, now: Date): string {
  const current = store.policies.current(policyKind);
  if (current === undefined) {
    throw new PolicyFileError('No policy is in force; train one first: autorefine train policy.');
  }
  const content = savedPolicySchema.safeParse(store.policies.content(current.policyId, z.unknown()));
  const record = runRecordSchema.safeParse(current.record);
  if (!content.success || !record.success) {
    throw new PolicyFileError(
      `${current.policyId} was promoted by another version of AutoRefine; train again, then export.`,
    );
  }
  const payload: PolicyPayload = policyPayloadSchema.parse({
    format: 'autorefine-policy',
    formatVersion: 1,
    madeOn: now.toISOString().slice(0, 10),
    version: packageFile.version,
    signedBy,
    policy: { id: current.policyId, content: content.data },
    promotion: deployedRowsOnly(record.data),
    statements: store.statements.all(),
    rulePacks: store.rulePacks.all(),
  });
  const text = `${JSON.stringify(signPayload(payload, openSigningKey(store.directory)), null, 1)}\n`;
  const size = Buffer.byteLength(text);
  if (size >= mostPolicyFileBytes) {
    throw new PolicyFileError(
      `The policy file would have ${size} bytes; it must stay under ${mostPolicyFileBytes}. Remove statements or rule packs that are not used.`,
    );
  }
  return text;
}

/** Only what the decision rests on: the rows of this policy, and no training curve. Figures are rounded to .001. */
function deployedRowsOnly(record: RunRecord): RunRecord {
  const { evaluation, promotion } = record;
  const isDeployed = (row: { method: string }) => row.method === promotion.method;
  const reduced = {
    ...evaluation,
    methods: evaluation.methods.filter(isDeployed),
    agreement: evaluation.agreement.filter(isDeployed),
    diagnostics: [],
  };
  return { ...record, training: [], evaluation: rounded(reduced) };
}

function rounded<T>(figures: T): T {
  return JSON.parse(JSON.stringify(figures), (_key, value: unknown) =>
    typeof value === 'number' ? Math.round(value * 1000) / 1000 : value,
  );
}
