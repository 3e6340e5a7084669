import { createDetector } from '../../shared/detection/detector.ts';
import type { Rule } from '../../shared/detection/rule.ts';
import { lexicon } from '../../shared/lexicon/lexicon.ts';
import type { Check } from '../../shared/protocol/check.ts';
import type { Edit } from '../../shared/protocol/edit.ts';
import { createRandom } from '../../shared/random.ts';
import { createPolicyRewriter } from '../../training/policy-rewriter.ts';
import { createMarketSource } from '../market/market.ts';
import { promotedPolicy } from '../market/promoted-policy.ts';
import { createRequirementReader } from '../qualification/requirements.ts';
import { loadTaxonomy } from '../qualification/taxonomy/taxonomy.ts';
import type { AttributeStore } from '../storage/attributes.ts';
import type { Store } from '../storage/store.ts';
import { createListGain, type ListGain } from './list-gain.ts';
import { ModelTrainingError } from './model-training-error.ts';

export interface PostingMaterialOptions {
  readonly store: Store;
  /** The past postings when absent. */
  readonly postings?: readonly { readonly id: string; readonly text: string }[] | undefined;
}

/** Postings, and what the company's rules and its policy engine say of them. */
export interface PostingMaterial {
  readonly postings: readonly { readonly id: string; readonly text: string }[];
  readonly check: (text: string) => Check;
  /** The rules that `check` goes by, and perhaps some that a pack replaced or switched off. */
  readonly rules: readonly Rule[];
  /** What the policy engine makes of a posting: the promoted policy, else the curated suggestions. */
  readonly rewriteByPolicy: (text: string) => Promise<readonly Edit[]>;
}

/** @throws ModelTrainingError when there are no postings */
export function readPostingMaterial(options: PostingMaterialOptions): PostingMaterial {
  const { store } = options;
  const postings =
    options.postings ?? store.postings.all().map(({ externalId, text }) => ({ id: externalId, text }));
  if (postings.length === 0)
    throw new ModelTrainingError('There are no past postings; import them, or name a file with --postings.');
  const packs = store.rulePacks.all();
  const detector = createDetector({ packs });
  const check = (text: string) => detector.check(text);
  const rewriter = createPolicyRewriter({
    readRequirements: createRequirementReader(loadTaxonomy()),
    findings: (text) => check(text).findings,
    statements: [],
    policy: promotedPolicy(store),
  });
  return {
    postings,
    check,
    rules: [...lexicon, ...packs.flatMap((pack) => pack.rules ?? [])],
    rewriteByPolicy: async (text) => (await rewriter.rewrite(text)).edits,
  };
}

export interface ModelMaterialOptions extends PostingMaterialOptions {
  readonly attributes: AttributeStore;
  readonly seed: number;
  readonly signal: AbortSignal;
}

/** What a model learns from and is judged by, of one data folder. */
export interface ModelMaterial extends Pick<PostingMaterial, 'postings' | 'check' | 'rules'> {
  /** What the policy engine makes of every posting, by its text. */
  readonly policyEdits: ReadonlyMap<string, readonly Edit[]>;
  /** Absent where nothing can be measured, or measuring or optimising is switched off. */
  readonly listGain?: ListGain;
}

/** @throws ModelTrainingError when there are no postings */
export async function readModelMaterial(options: ModelMaterialOptions): Promise<ModelMaterial> {
  const { postings, check, rules, rewriteByPolicy } = readPostingMaterial(options);
  const policyEdits = new Map<string, readonly Edit[]>();
  for (const { text } of postings) {
    options.signal.throwIfAborted();
    policyEdits.set(text, await rewriteByPolicy(text));
  }
  const listGain = await openListGain(options);
  return { postings, check, rules, policyEdits, ...(listGain ? { listGain } : {}) };
}

async function openListGain(options: ModelMaterialOptions): Promise<ListGain | undefined> {
  const { measuring, optimising } = options.store.settings.read();
  if (!measuring || !optimising) return undefined;
  const market = await createMarketSource(options).current();
  if (market === undefined || market.attributes.length === 0) return undefined;
  return createListGain(market, createRandom(options.seed).fork('list gain'));
}
