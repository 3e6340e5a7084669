import { createRandom } from '../../shared/random.ts';
import { createOllama } from '../language-model/ollama-client.ts';
import { proposeEdit } from '../language-model/propose-edits.ts';
import { lockDataFolder } from '../storage/lock.ts';
import { modelKind } from '../storage/policy-kinds.ts';
import { type ModelCard, type ModelStore, putInForce } from './deployed-models.ts';
import { drawPairs } from './draw-pairs.ts';
import { type ComparisonState, comparisonState } from './judge-comparison.ts';
import type { PostingMaterial } from './model-material.ts';

export interface ComparisonOptions extends Pick<PostingMaterial, 'postings' | 'check' | 'rewriteByPolicy'> {
  readonly models: ModelStore;
  /** Of the deployed model that is compared with the policy engine. */
  readonly card: ModelCard;
  readonly seed: number;
  readonly signal: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Asks the deployed model and the policy engine for the sentences of a blind comparison, and keeps the pairs with the key to them.
 * @throws ModelTrainingError when there are too few; LanguageModelError; StorageError while a training runs
 */
export async function beginComparison(options: ComparisonOptions): Promise<void> {
  const { models, card, seed, signal, check } = options;
  const lock = lockDataFolder(models.directory, 'train model --compare');
  try {
    const model = createOllama({ baseUrl: models.ollamaUrl });
    const asked = { model, modelName: card.name, check, seed, signal };
    const pairs = await drawPairs({
      ...options,
      random: createRandom(seed).fork('comparison'),
      propose: async (text, task) => (await proposeEdit(text, task, asked)).edit,
    });
    models.store.modelComparisons.add(card.name, pairs);
  } finally {
    lock.release();
  }
}

/**
 * Ends a comparison once every pair is answered: a model that is preferred is put in force, once; rolled back, it stays so.
 * @returns undefined for a model that was never compared
 */
export async function endComparison(
  models: ModelStore,
  card: ModelCard,
  actor: string,
): Promise<ComparisonState | undefined> {
  const { store } = models;
  const tally = store.modelComparisons.tally(card.name);
  const state = tally && comparisonState(tally);
  const result = state?.result;
  const wasPromoted = () =>
    store.policies.promotions(modelKind).some(({ policyId }) => policyId === card.name);
  if (result?.preferred === 'model' && !wasPromoted())
    await putInForce(models, card, { actor, reason: result.verdict, evidence: { comparison: result } });
  return state;
}
