import type { LanguageModel } from '../language-model/ollama-client.ts';
import type { AttributeStore } from '../storage/attributes.ts';
import type { Store } from '../storage/store.ts';
import type { MarketSource } from './market.ts';

/** What matching, rewriting and estimating share. */
export interface ServicesOptions {
  readonly store: Store;
  readonly market: MarketSource;
  readonly languageModel: LanguageModel;
  /** Memory of this machine in bytes; decides which language model fits. */
  readonly memoryBytes: number;
  readonly seed: number;
}

/** What the services are made from. */
export interface ServicesSources {
  readonly store: Store;
  readonly attributes: AttributeStore;
  readonly languageModel: LanguageModel;
  readonly seed: number;
  readonly now: () => Date;
  /** Ends every build under way. */
  readonly signal: AbortSignal;
}
