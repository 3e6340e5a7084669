import { hashText } from '../../shared/hash.ts';
import type { ProgressEvent } from '../../shared/protocol/rewrite.ts';
import type { Market } from '../../training/policy-rewriter.ts';
import type { AttributeColumn } from '../../training/recommender.ts';
import { createRequirementReader } from '../qualification/requirements.ts';
import { loadTaxonomy } from '../qualification/taxonomy/taxonomy.ts';
import type { CreatedRecommender } from '../recommender/create-recommender.ts';
import { plainNameOf } from '../recommender/plain-name.ts';
import type { RecommenderChoice } from '../recommender/recommender-choice.ts';
import type { AttributeStore } from '../storage/attributes.ts';
import type { Store } from '../storage/store.ts';
import { buildRecommender, isPrepared } from './build-recommender.ts';

/** The company's candidates with a recommender over them, ready to be asked. */
export interface OpenMarket extends Market {
  readonly explain: CreatedRecommender['explain'];
  readonly shown: CreatedRecommender['shown'];
  /** Places of all candidates in the pool. */
  readonly everyone: readonly number[];
  /** What the measured one is called where recruiters read it. */
  readonly plainName: string;
}

export interface MarketSource {
  /** Changes with everything that a figure about the list rests on: candidates and self-reports. */
  revision(): string;
  /**
   * The market of the candidates as they are now; undefined while there are none. The recommender is built at the first
   * call and again after the candidates changed; calls that come meanwhile wait for the same build.
   */
  current(onProgress?: (progress: ProgressEvent) => void): Promise<OpenMarket | undefined>;
}

export interface MarketSourceOptions {
  readonly store: Store;
  readonly attributes: AttributeStore;
  readonly seed: number;
  readonly signal: AbortSignal;
  /** In place of the one that the settings name. */
  readonly recommender?: RecommenderChoice | undefined;
  /**
   * Makes somewhere else what takes long and is kept, such as vectors and the word index, so that only reading it back is left
   * to do here. Without it, or where it fails, all is made here.
   */
  readonly prepare?: ((run: PrepareRun) => Promise<void>) | undefined;
}

export interface PrepareRun {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: ProgressEvent) => void;
}

type Listener = (progress: ProgressEvent) => void;
type BuiltRecommender = CreatedRecommender | undefined;

/** Reads the store into a recommender and a pool; what it made is kept until the pool's revision moves on. */
export function createMarketSource(options: MarketSourceOptions): MarketSource {
  const { store, attributes, seed, signal } = options;
  const chosen = () => options.recommender ?? store.settings.read().recommender;
  let built: { revision: string; recommender: Promise<BuiltRecommender> } | undefined;
  let opened: { revision: string; market: OpenMarket } | undefined;
  // Whoever waits hears of the build, also of one that another call began.
  const listeners = new Set<Listener>();
  const tellAll: Listener = (progress) => {
    for (const listener of listeners) listener(progress);
  };

  const rankingNow = () => rankingRevision(store, chosen());
  let preparing: Promise<void> | undefined;
  /** One preparation for everyone who waits meanwhile; where there is nothing to prepare it ends at once. */
  async function prepareOnce(): Promise<void> {
    const { prepare } = options;
    if (prepare === undefined) return;
    if (preparing === undefined && isPrepared({ store, seed, choice: chosen() })) return;
    preparing ??= prepare({ signal, onProgress: tellAll })
      .catch(() => signal.throwIfAborted())
      .finally(() => {
        preparing = undefined;
      });
    await preparing;
  }

  function buildOnce(revision: string): Promise<BuiltRecommender> {
    if (built?.revision === revision) return built.recommender;
    // Connections of the one before are for nobody any more.
    built?.recommender.then((created) => created?.close()).catch(() => undefined);
    const recommender = buildRecommender({ store, seed, signal, choice: chosen(), onProgress: tellAll });
    const attempt = { revision, recommender };
    built = attempt;
    attempt.recommender.then(
      (created) => refitBehind(attempt, created),
      // A failed build is forgotten, so that the next call tries again.
      () => {
        if (built === attempt) built = undefined;
      },
    );
    return attempt.recommender;
  }

  /** Where the pool changed much, the old vectors answer until new ones are fitted; where that fails, they stay. */
  async function refitBehind(attempt: NonNullable<typeof built>, created: BuiltRecommender): Promise<void> {
    const fresh = await created?.refit?.(signal).catch(() => undefined);
    if (fresh === undefined || built !== attempt) return;
    built = { ...attempt, recommender: Promise.resolve(fresh) };
    opened = undefined;
  }

  const withAttributes = (ranking: string) => `${ranking}.${attributes.revision()}`;

  return {
    revision: () => withAttributes(rankingNow()),
    async current(onProgress) {
      if (onProgress !== undefined) listeners.add(onProgress);
      try {
        let ranking = rankingNow();
        if (built?.revision !== ranking) {
          await prepareOnce();
          ranking = rankingNow();
        }
        const revision = withAttributes(ranking);
        const created = await buildOnce(ranking);
        if (created === undefined) return undefined;
        if (opened?.revision === revision) return opened.market;
        let columns: readonly AttributeColumn[] | undefined;
        const market: OpenMarket = {
          ...created,
          everyone: [...created.pool.ids.keys()],
          plainName: plainNameOf(chosen()),
          // Read by whoever measures: a list is made without them.
          get attributes() {
            columns ??= attributes.attributes().map((name) => attributes.column(name, created.pool.ids));
            return columns;
          },
          readRequirements: createRequirementReader(loadTaxonomy()),
          salt: `salt ${seed}`,
          synthetic: store.settings.read().sample,
        };
        opened = { revision, market };
        return market;
      } finally {
        if (onProgress !== undefined) listeners.delete(onProgress);
      }
    },
  };
}

/** Changes with everything that the ranking rests on: the candidates, which recommender it is, and what it learned from. */
function rankingRevision({ candidates, outcomes }: Store, recommender: RecommenderChoice): string {
  const revision = String(candidates.revision());
  if (recommender.kind === 'embedded') return revision;
  return `${revision}.${hashText(JSON.stringify([recommender, outcomes.count()]))}`;
}
