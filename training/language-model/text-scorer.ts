import type { Configuration } from './architecture/configuration.ts';
import { type PassSize, packTexts } from './architecture/packed-batch.ts';
import type { TransformerGraph } from './architecture/transformer.ts';
import { type GraphSession, openSession } from './onnx/session.ts';

/** A text to score from its token `from` on; what stands before is given. */
export interface ScoredText {
  readonly tokens: readonly number[];
  /** At least 1: nothing predicts the first token. */
  readonly from: number;
}

/** What a model says of one text: log-probability and entropy (nats) of each scored token. */
export interface TokenScores {
  readonly logProbabilities: Float32Array;
  readonly entropy: Float32Array;
}

/** What a model expects after a text. */
export interface NextToken {
  /** One number a token of the vocabulary. */
  readonly logProbabilities: Float32Array;
  /** The last layer's state, as wide as the model. */
  readonly hidden: Float32Array;
}

/** What a model says of texts, by the pass without gradients, a third of the work. The owner closes it. */
export interface TextScorer {
  /** Scores texts without learning; `base` leaves the adapters out. */
  score(
    texts: readonly ScoredText[],
    options?: { base?: boolean; signal?: AbortSignal },
  ): Promise<TokenScores[]>;
  /**
   * What may follow each text: log-probabilities of the whole vocabulary in nats, and the state they come from. The whole pass is
   * computed; texts that grow are for a decoder.
   */
  next(
    texts: readonly (readonly number[])[],
    options?: { base?: boolean; signal?: AbortSignal },
  ): Promise<NextToken[]>;
  close(): Promise<void>;
}

export interface TextScorerParts {
  readonly configuration: Configuration;
  readonly pass: PassSize;
  readonly buildForward: () => TransformerGraph;
  readonly threads: number;
  /** Weights and adapters as they are now; adapters of nothing for the base. */
  readonly modelFeeds: (base: boolean) => Readonly<Record<string, Float32Array>>;
}

interface ForwardSession extends GraphSession {
  readonly outputs: TransformerGraph;
}

/** Compiles its pass when it is first asked: imitation alone never needs it. */
export function createTextScorer(parts: TextScorerParts): TextScorer {
  const { configuration, pass, modelFeeds } = parts;
  let opened: Promise<ForwardSession> | undefined;
  const forward = () => {
    opened ??= openForward(parts.buildForward(), parts.threads);
    return opened;
  };
  return {
    score: async (texts, { base = false, signal } = {}) => {
      const session = await forward();
      const wanted = [session.outputs.logProbabilities, session.outputs.entropy];
      const scores: TokenScores[] = texts.map(() => ({
        logProbabilities: new Float32Array(),
        entropy: new Float32Array(),
      }));
      const predicted = texts.map(({ tokens, from }) => ({
        tokens,
        predictions: tokens.slice(from).map((_, i) => ({ at: from + i, weight: 0 })),
      }));
      for (const batch of packTexts(configuration, predicted, pass)) {
        signal?.throwIfAborted();
        const feeds = { ...modelFeeds(base), ...batch.feeds };
        const [logProbabilities, entropy] = await session.run(feeds, wanted);
        for (const { text, start } of batch.texts) {
          const end = start + (predicted[text]?.predictions.length ?? 0);
          scores[text] = {
            logProbabilities: logProbabilities?.slice(start, end) ?? new Float32Array(),
            entropy: entropy?.slice(start, end) ?? new Float32Array(),
          };
        }
      }
      return scores;
    },
    next: async (texts, { base = false, signal } = {}) => {
      const session = await forward();
      const wanted = [session.outputs.logDistribution, session.outputs.hidden];
      const { vocabulary, width } = configuration;
      const found: NextToken[] = [];
      // Any target will do: what is read is the whole distribution.
      const predicted = texts.map((tokens) => ({
        tokens: [...tokens, 0],
        predictions: [{ at: tokens.length, weight: 0 }],
      }));
      for (const batch of packTexts(configuration, predicted, pass)) {
        signal?.throwIfAborted();
        const feeds = { ...modelFeeds(base), ...batch.feeds };
        const [distributions, states] = await session.run(feeds, wanted);
        for (const { text, start } of batch.texts)
          found[text] = {
            logProbabilities:
              distributions?.slice(start * vocabulary, (start + 1) * vocabulary) ?? new Float32Array(),
            hidden: states?.slice(start * width, (start + 1) * width) ?? new Float32Array(),
          };
      }
      return found;
    },
    close: async () => {
      await (await opened)?.close();
    },
  };
}

async function openForward(outputs: TransformerGraph, threads: number): Promise<ForwardSession> {
  const { graph, logProbabilities, entropy, logDistribution, hidden } = outputs;
  const wanted = [logProbabilities, entropy, logDistribution, hidden];
  return { ...(await openSession(graph, wanted, { threads })), outputs };
}
