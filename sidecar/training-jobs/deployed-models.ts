import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { copyModel, removeModel } from '../../training/language-model/deploy.ts';
import { modelTrainingRecordSchema } from '../../training/language-model/training-record.ts';
import { ownModels } from '../language-model/choose-model.ts';
import { modelKind } from '../storage/policy-kinds.ts';
import type { Store } from '../storage/store.ts';
import { type ComparisonState, comparisonState } from './judge-comparison.ts';

/** What is kept of a trained model: where it comes from and how it did. */
export const modelCardSchema = z.object({
  name: z.string(),
  base: z.string(),
  /** SHA-256 of the base's file and of the deployed one. */
  baseDigest: z.string(),
  digest: z.string(),
  bytes: z.int(),
  licence: z.string().optional(),
  data: z.object({ postings: z.int(), hash: z.string() }),
  /** Whether the rewards held what edits do to the match list. */
  listMeasured: z.boolean(),
  record: modelTrainingRecordSchema,
  verdict: z.string(),
});
export type ModelCard = z.infer<typeof modelCardSchema>;

export interface ModelStore {
  readonly store: Store;
  readonly ollamaUrl: string;
  /** Folder with a folder a model. */
  readonly directory: string;
}

/** Folder of a model's card and adapter. */
export function modelFolder(directory: string, name: string): string {
  return join(directory, name.replace(':', '-'));
}

export interface KeptModel {
  readonly card: ModelCard;
  readonly inForce: boolean;
  /** False once its files are deleted. */
  readonly kept: boolean;
  /** Absent for a model that nobody compared. */
  readonly comparison?: ComparisonState;
}

/** Trained models, oldest first; removed ones stay on record without their files. */
export function listModels({ store, directory }: Pick<ModelStore, 'store' | 'directory'>): KeptModel[] {
  const current = store.policies.current(modelKind)?.policyId;
  return store.policies.ids(modelKind).flatMap((id) => {
    const card = store.policies.content(id, modelCardSchema);
    if (card === undefined) return [];
    const tally = store.modelComparisons.tally(id);
    const kept = existsSync(modelFolder(directory, id));
    const comparison = tally && comparisonState(tally);
    return [{ card, kept, inForce: id === current, ...(comparison ? { comparison } : {}) }];
  });
}

/** Who puts a model in force and why; both stand in the audit log. */
export interface ModelPromotion {
  readonly actor: string;
  readonly reason: string;
  /** What the promotion rests on beside the record of the training. */
  readonly evidence?: Readonly<Record<string, unknown>>;
}

/** Puts a deployed model in force: it is the one that rewrites from now on. */
export async function putInForce(
  { store, ollamaUrl }: Pick<ModelStore, 'store' | 'ollamaUrl'>,
  card: ModelCard,
  { actor, reason, evidence = {} }: ModelPromotion,
): Promise<void> {
  await copyModel(ollamaUrl, card.name, ownModels.current);
  store.transaction(() => {
    store.policies.promote(card.name, modelKind, { ...card.record, ...evidence });
    store.auditLog.add(actor, 'promoted', { policyId: card.name, reason });
  });
}

/**
 * Withdraws the model in force, so that the one before it, if it is still there, is in force again.
 * @returns that model's name; undefined when an untrained one rewrites now.
 */
export async function rollBackModel(
  { store, ollamaUrl, directory }: ModelStore,
  actor: string,
): Promise<string | undefined> {
  const promoted = store.policies
    .promotions(modelKind)
    .filter(({ withdrawnAt }) => withdrawnAt === undefined);
  const before = promoted
    .slice(0, -1)
    .findLast(({ policyId }) => existsSync(modelFolder(directory, policyId)))?.policyId;
  // Ollama first: when it does not answer, nothing has changed.
  if (before === undefined) await removeModel(ollamaUrl, ownModels.current);
  else await copyModel(ollamaUrl, before, ownModels.current);
  store.transaction(() => {
    let current = store.policies.current(modelKind)?.policyId;
    if (current !== undefined) store.auditLog.add(actor, 'rolled-back', { policyId: current });
    while (current !== undefined && current !== before)
      current = store.policies.withdraw(modelKind)?.policyId;
  });
  return before;
}

/** Takes a model out of Ollama and deletes its files; one in force is rolled back first. The record stays. */
export async function deleteModel(models: ModelStore, name: string, actor: string): Promise<void> {
  const { store, ollamaUrl, directory } = models;
  if (store.policies.current(modelKind)?.policyId === name) await rollBackModel(models, actor);
  await removeModel(ollamaUrl, name);
  rmSync(modelFolder(directory, name), { recursive: true, force: true });
  store.modelComparisons.forgetTexts(name);
}
