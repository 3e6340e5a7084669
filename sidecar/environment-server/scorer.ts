import { guardEdits } from '../../shared/edits/fact-guard.ts';
import { maxInsertedStatements } from '../../shared/edits/insert-options.ts';
import { wordDiff } from '../../shared/edits/word-diff.ts';
import type { Edit } from '../../shared/protocol/edit.ts';
import { createRandom } from '../../shared/random.ts';
import type { ActionSpace } from '../../training/actions.ts';
import { createEnvironment, type Environment } from '../../training/environment.ts';
import { splitCandidates } from '../../training/folds.ts';
import { isGroupNeutral } from '../../training/group-neutral.ts';
import type { Market } from '../../training/policy-rewriter.ts';
import type { Requirements } from '../../training/recommender.ts';
import type { RewardParts } from '../../training/reward.ts';
import { createStatementReader, type WithoutStatements } from './approved-statements.ts';
import type { Fold, ScoredRewrite } from './contract.ts';

/** Below every scored reward: gap and relevance loss together stay under 1.5. */
export const refusedReward = -2;
/** Rewrites scored before other work and a broken connection are looked at. */
const batch = 64;
/** Postings whose requirements are remembered; reading them costs more than scoring a rewrite. */
const mostRemembered = 1000;

export interface RewriteToScore {
  readonly posting: string;
  readonly rewrite: string;
}

export interface ScoreOptions {
  readonly fold: Fold;
  readonly seed: number;
  readonly signal: AbortSignal;
}

export interface Scorer {
  readonly recommender: string;
  readonly synthetic: boolean;
  /** Results in order. The same items, fold and seed give the same results, in any batch. */
  score(items: readonly RewriteToScore[], options: ScoreOptions): Promise<ScoredRewrite[]>;
}

/**
 * Rewards whole rewrites, as a language model writes them, by the environment that the span policies train in.
 * @param statements approved statements of the company, which a rewrite may add word for word, at most two
 */
export function createScorer(market: Market, statements: readonly string[] = []): Scorer {
  const withoutStatements = createStatementReader(statements);
  const folds = splitCandidates(market.pool, market.salt);
  const requirementsOf = rememberLast(market.readRequirements, mostRemembered);
  const environmentOf = rememberLast((key: `${Fold} ${number}`): Environment => {
    const [fold, seed] = key.split(' ') as [Fold, string];
    return createEnvironment({
      ...market,
      members: folds[fold],
      rule: 'train',
      random: createRandom(Number(seed)).fork(fold),
    });
  }, 8);

  return {
    recommender: market.recommender.name,
    synthetic: market.synthetic,
    async score(items, { fold, seed, signal }) {
      const environment = environmentOf(`${fold} ${seed}`);
      const results = new Array<ScoredRewrite | undefined>(items.length);
      for (const [posting, places] of byPosting(items)) {
        for (let start = 0; start < places.length; start += batch) {
          await letOthersRun(signal);
          const part = places.slice(start, start + batch);
          // Samples of one prompt are often equal; each text is scored once.
          const rewrites = [...new Set(part.map((place) => items[place]?.rewrite ?? ''))];
          const judged = rewrites.map((rewrite) =>
            judge(posting, rewrite, withoutStatements(posting, rewrite)),
          );
          const scored = await scorePosting(posting, judged, requirementsOf(posting), environment, signal);
          for (const place of part) results[place] = scored[rewrites.indexOf(items[place]?.rewrite ?? '')];
        }
      }
      return results.flatMap((result) => result ?? []);
    },
  };
}

async function scorePosting(
  posting: string,
  judged: readonly Judged[],
  requirements: Requirements,
  environment: Environment,
  signal: AbortSignal,
): Promise<ScoredRewrite[]> {
  const legal = judged.flatMap((one) => ('edits' in one ? [one.edits] : []));
  const task = { id: 'request', requirements, space: wholeRewrites(posting, legal) };
  const episode = await environment.open(task, signal);
  if (episode === undefined) {
    const reason = 'too few people of known attribute meet the requirements of this posting';
    return judged.map(() => ({ ...unmeasured, status: 'not-enough-data', reason }));
  }
  const { original } = episode;
  const parts = await episode.score(
    legal.map((_, i) => [i + 1]),
    signal,
  );
  let next = 0;
  return judged.map((one): ScoredRewrite => {
    if (!('edits' in one)) {
      return {
        ...unmeasured,
        status: 'refused',
        reward: refusedReward,
        originalReward: original.reward,
        reason: one.refused,
      };
    }
    const scored = parts[next] ?? original;
    next += 1;
    return {
      status: 'scored',
      reward: scored.reward,
      originalReward: original.reward,
      parts: partsOf(scored, original),
    };
  });
}

const unmeasured = { reward: null, originalReward: null, parts: null } as const;

function partsOf({ gap, relevance, edits }: RewardParts, original: RewardParts): ScoredRewrite['parts'] {
  return { gap, relevance, relevanceLoss: Math.max(0, original.relevance - relevance), edits };
}

type Judged = { readonly edits: readonly Edit[] } | { readonly refused: string };

/** Facts and groups are a hard mask, for a model that writes freely as for one that chooses among edits. */
function judge(posting: string, rewrite: string, { rest, added }: WithoutStatements): Judged {
  if (rewrite.trim() === '') return { refused: 'the rewrite is empty' };
  if (added > maxInsertedStatements) {
    return { refused: `${added} statements are added; at most ${maxInsertedStatements} may be` };
  }
  const own = wordDiff(posting, rest, 'model');
  const [broken] = guardEdits(posting, own).refused;
  if (broken !== undefined) return { refused: `a fact was changed (${broken.fact.kind})` };
  if (!own.every(({ after }) => isGroupNeutral(after))) return { refused: 'a protected group is named' };
  return { edits: added === 0 ? own : wordDiff(posting, rewrite, 'model') };
}

/** An action space of one slot in which each action is a whole rewrite. */
function wholeRewrites(text: string, rewrites: readonly (readonly Edit[])[]): ActionSpace {
  const actions = [
    { kind: 'keep' as const, edits: [] },
    ...rewrites.map((edits) => ({ kind: 'model' as const, edits })),
  ];
  const slot = {
    start: 0,
    end: text.length,
    ruleId: 'rewrite',
    category: 'general' as const,
    confidence: 1,
    actions,
  };
  return { text, slots: [slot] };
}

function byPosting(items: readonly RewriteToScore[]): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  items.forEach(({ posting }, place) => {
    const places = groups.get(posting) ?? [];
    places.push(place);
    groups.set(posting, places);
  });
  return groups;
}

/** Scoring holds the thread; in between, other requests are answered and a closed connection is noticed. */
function letOthersRun(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    setImmediate(() => {
      if (signal.aborted) reject(signal.reason as Error);
      else resolve();
    });
  });
}

/** Remembers the answers to the last questions; `compute` must be pure. */
function rememberLast<Key, Value>(compute: (key: Key) => Value, most: number): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    if (known.has(key)) return known.get(key) as Value;
    const value = compute(key);
    const [oldest] = known.keys();
    if (known.size >= most && oldest !== undefined) known.delete(oldest);
    known.set(key, value);
    return value;
  };
}
