import { parseRulePack, RulePackError, rulePackSchema } from '../../shared/detection/rule-pack.ts';
import type { Statement } from '../../shared/protocol/sidecar.ts';
import { parseJson } from '../storage/parse-json.ts';
import { policyKind } from '../storage/policy-kinds.ts';
import type { StoredRulePack } from '../storage/rule-packs.ts';
import type { Store } from '../storage/store.ts';
import {
  mostPolicyFileBytes,
  PolicyFileError,
  type PolicyPayload,
  policyFileSchema,
  policyPayloadSchema,
} from './policy-file.ts';
import { verifySignature } from './signature.ts';

/** What a policy file holds and what taking it over would change. Nothing is written yet. */
export interface PolicyOffer {
  readonly payload: PolicyPayload;
  /** Of the key that signed. */
  readonly fingerprint: string;
  /** Whether a file with this key was accepted before. */
  readonly known: boolean;
  readonly replaces: string | undefined;
  readonly newStatements: readonly Statement[];
  readonly changedStatements: readonly Statement[];
  readonly newRulePacks: readonly StoredRulePack[];
  readonly changedRulePacks: readonly StoredRulePack[];
}

/**
 * Reads and checks a policy file.
 * @throws PolicyFileError that says what is wrong with it and what to do
 */
export function readPolicyFile(text: string, store: Store): PolicyOffer {
  if (Buffer.byteLength(text) >= mostPolicyFileBytes) {
    throw new PolicyFileError(
      `A policy file has less than ${mostPolicyFileBytes} bytes; this is another file.`,
    );
  }
  const file = policyFileSchema.safeParse(parseJson(text));
  if (!file.success)
    throw new PolicyFileError('This is no policy file; make one with autorefine policy export.');
  const fingerprint = verifySignature(file.data);
  const payload = policyPayloadSchema.safeParse(file.data.payload);
  if (!payload.success) {
    const issue = payload.error.issues[0];
    throw new PolicyFileError(
      `The policy file is of another version (${issue?.path.join('.')}: ${issue?.message}); update AutoRefine on both machines.`,
    );
  }
  const kept = new Map(store.statements.all().map((statement) => [statement.id, statement]));
  const { statements } = payload.data;
  const packs = payload.data.rulePacks.map(readRulePack);
  const keptPacks = new Map(store.rulePacks.all().map((pack) => [pack.name, JSON.stringify(pack)]));
  return {
    payload: payload.data,
    fingerprint,
    known: store.settings.read().policySigners.includes(fingerprint),
    replaces: store.policies.current(policyKind)?.policyId,
    newStatements: statements.filter(({ id }) => !kept.has(id)),
    changedStatements: statements.filter(({ id, text }) => kept.has(id) && kept.get(id)?.text !== text),
    newRulePacks: packs.filter(({ name }) => !keptPacks.has(name)),
    changedRulePacks: packs.filter(
      (pack) => keptPacks.has(pack.name) && keptPacks.get(pack.name) !== JSON.stringify(pack),
    ),
  };
}

/** Takes a policy over: all of it or nothing. Its key is known from then on; `train policy --roll-back` undoes it. */
export function acceptPolicy(offer: PolicyOffer, store: Store): void {
  const { payload, fingerprint, newRulePacks, changedRulePacks } = offer;
  const { policy, promotion, statements } = payload;
  store.transaction(() => {
    if (!store.policies.ids(policyKind).includes(policy.id)) {
      store.policies.save(policy.id, policyKind, policy.content);
    }
    store.policies.promote(policy.id, policyKind, promotion);
    for (const statement of statements) store.statements.save(statement);
    for (const pack of [...newRulePacks, ...changedRulePacks]) store.rulePacks.save(pack);
    const signers = new Set([...store.settings.read().policySigners, fingerprint]);
    store.settings.update({ policySigners: [...signers] });
    store.auditLog.add('command line', 'policy-imported', { policyId: policy.id, fingerprint });
  });
}

/** @throws PolicyFileError that names the pack, the line in it and the reason */
function readRulePack(pack: unknown, index: number): StoredRulePack {
  const text = JSON.stringify(pack, null, 1);
  try {
    return rulePackSchema.parse(parseRulePack(text, `Rule pack ${index + 1} of the policy file`));
  } catch (error) {
    if (!(error instanceof RulePackError)) throw error;
    throw new PolicyFileError(`${error.message} Nothing of the file was taken over.`, { cause: error });
  }
}
