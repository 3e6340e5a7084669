import { z } from 'zod';
import type { Recommender } from '../../training/recommender.ts';
import { ServiceUnavailable } from '../routes/services.ts';
import { requireLoopback } from './loopback.ts';

/** What is asked of the company's recommender: rank these candidates for each of these texts. */
export const externalRequestSchema = z.object({
  texts: z.array(z.string()),
  candidateIds: z.array(z.string()),
});

/** One list of ids a text, best first. A list may stop early: who is not on it shares the last place. */
export const externalAnswerSchema = z.object({ rankings: z.array(z.array(z.string())) });

export interface ExternalRecommenderOptions {
  /** Where the company's recommender answers `POST {texts, candidateIds}` with `{rankings}`. */
  readonly url: string;
  readonly candidateIds: readonly string[];
  /** Set only after the company was told that posting text and candidate ids leave the machine. */
  readonly allowOtherHost?: boolean | undefined;
  /** Sent as `Authorization: Bearer`. */
  readonly token?: string | undefined;
  /** A single request may take this long, in milliseconds. */
  readonly timeLimit?: number | undefined;
}

/** Texts in one request. */
const batch = 32;
const defaultTimeLimit = 60_000;

/**
 * The recommender that the company really uses, over HTTP. It ranks by ids that it knows: no candidate's text is sent.
 * The score of a candidate is how many places its list has left after it, so only the order of the answer counts.
 * @throws RangeError for an address on another machine without `allowOtherHost`; ServiceUnavailable, when asked, where
 * the recommender cannot be reached, is too slow or answers in another form.
 */
export function createExternalRecommender(options: ExternalRecommenderOptions): Recommender {
  const { url, candidateIds, allowOtherHost = false } = options;
  requireLoopback('The external recommender', url, allowOtherHost);
  const positions = new Map(candidateIds.map((id, position) => [id, position]));
  // In an order of its own, so that the order of the pool cannot decide.
  const sortedIds = [...candidateIds].sort();
  return {
    name: `external (${new URL(url).origin})`,
    size: candidateIds.length,
    async score(texts, signal) {
      const scores: Float32Array[] = [];
      for (let start = 0; start < texts.length; start += batch) {
        signal?.throwIfAborted();
        const part = texts.slice(start, start + batch);
        const rankings = await askRankings(options, { texts: part, candidateIds: sortedIds }, signal);
        scores.push(...rankings.map((ids) => scoresOf(ids, positions, url)));
      }
      return scores;
    },
  };
}

async function askRankings(
  { url, token, timeLimit = defaultTimeLimit }: ExternalRecommenderOptions,
  request: z.infer<typeof externalRequestSchema>,
  signal?: AbortSignal,
): Promise<string[][]> {
  const timeout = AbortSignal.timeout(timeLimit);
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify(request),
      signal: AbortSignal.any([timeout, ...(signal ? [signal] : [])]),
      // A redirect could lead off this machine.
      redirect: 'error',
    });
    if (!response.ok) throw new Error(`it answered with status ${response.status}`);
    const { rankings } = externalAnswerSchema.parse(await response.json());
    if (rankings.length === request.texts.length) return rankings;
    throw new Error(`it answered ${rankings.length} rankings for ${request.texts.length} texts`);
  } catch (error) {
    signal?.throwIfAborted();
    throw unavailable(url, timeout.aborted ? `it took longer than ${timeLimit} ms` : reasonOf(error), error);
  }
}

function scoresOf(ids: readonly string[], positions: ReadonlyMap<string, number>, url: string): Float32Array {
  const scores = new Float32Array(positions.size);
  ids.forEach((id, place) => {
    const position = positions.get(id);
    if (position === undefined) throw unavailable(url, `it ranked "${id}", who was not asked about`);
    if (scores[position] !== 0) throw unavailable(url, `it ranked "${id}" twice for one text`);
    scores[position] = ids.length - place;
  });
  return scores;
}

function unavailable(url: string, reason: string, cause?: unknown): ServiceUnavailable {
  return new ServiceUnavailable(
    `The external recommender at ${url} could not be used: ${reason}.`,
    'Check that it is running and answers POST {"texts": […], "candidateIds": […]} with {"rankings": [["best id", …], …]}, ' +
      'one list a text, or choose the embedded recommender.',
    { cause },
  );
}

/** In words: what is wrong with the form of an answer, or why there was none. */
function reasonOf(error: unknown): string {
  if (error instanceof z.ZodError) {
    const [issue] = error.issues;
    return `its answer has another form (${issue?.path.join('.')}: ${issue?.message})`;
  }
  if (error instanceof SyntaxError) return 'its answer is not JSON';
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
}
