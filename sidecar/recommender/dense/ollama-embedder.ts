import { Ollama } from 'ollama';
import { z } from 'zod';
import { defaultOllamaUrl, isCloudModel } from '../../language-model/ollama-client.ts';
import { requireLoopback } from '../loopback.ts';
import type { Embedder } from './embedder.ts';

export interface OllamaEmbedderOptions {
  readonly model: string;
  readonly baseUrl?: string;
  /** Set only after the user was told that text leaves the machine. */
  readonly allowOtherHost?: boolean;
  readonly signal?: AbortSignal;
}

/** Texts sent in one request. */
const batch = 32;
/** A single request may take this long, in milliseconds. */
const timeLimit = 120_000;

const answerSchema = z.object({ embeddings: z.array(z.array(z.number()).min(1)) });

/**
 * Embeddings of a model that Ollama serves (`/api/embed`), each of length 1. Texts are the chunks that we cut, so the
 * server is told not to cut them; one that the model cannot hold is the mean of its halves, so that nothing of it is lost.
 * @throws RangeError for a cloud model or a host that is not loopback; the package's own error when Ollama fails.
 */
export async function createOllamaEmbedder(options: OllamaEmbedderOptions): Promise<Embedder> {
  const { model, baseUrl = defaultOllamaUrl, allowOtherHost = false } = options;
  requireLoopback('The embedding model', baseUrl, allowOtherHost);
  if (isCloudModel(model)) {
    throw new RangeError(
      `"${model}" runs on someone else's computer. Choose a model without "cloud" in its name; "ollama list" shows them.`,
    );
  }

  const request = async (texts: readonly string[], signal?: AbortSignal): Promise<Float32Array[]> => {
    const limited = AbortSignal.any([AbortSignal.timeout(timeLimit), ...(signal ? [signal] : [])]);
    // The package can only abort streams, so its requests end with the signal here.
    const client = new Ollama({
      host: baseUrl,
      fetch: (input, init) => fetch(input, { ...init, signal: limited }),
    });
    const answer = await client.embed({ model, input: [...texts], truncate: false });
    const { embeddings } = answerSchema.parse(answer);
    if (embeddings.length !== texts.length) {
      throw new Error(`${model} returned ${embeddings.length} vectors for ${texts.length} texts`);
    }
    return embeddings.map(unit);
  };

  const [probe] = await request(['dimensions'], options.signal);
  return {
    name: `${model} by Ollama`,
    dimensions: probe?.length ?? 0,
    async embed(texts, signal) {
      const vectors: Float32Array[] = [];
      for (let start = 0; start < texts.length; start += batch) {
        signal?.throwIfAborted();
        vectors.push(...(await embedFitting(texts.slice(start, start + batch), request, signal)));
      }
      return vectors;
    },
  };
}

type Request = (texts: readonly string[], signal?: AbortSignal) => Promise<Float32Array[]>;

/** Ollama refuses a whole batch for one text that is too long, and does not say which. */
async function embedFitting(
  texts: readonly string[],
  request: Request,
  signal: AbortSignal | undefined,
): Promise<Float32Array[]> {
  try {
    return await request(texts, signal);
  } catch (error) {
    const [text = ''] = texts;
    if (!isTooLong(error) || (texts.length === 1 && text.length < 2)) throw error;
    const [left, right] = texts.length > 1 ? halves(texts) : halvesOfText(text);
    const vectors = [
      ...(await embedFitting(left, request, signal)),
      ...(await embedFitting(right, request, signal)),
    ];
    return texts.length > 1 ? vectors : [meanOf(vectors)];
  }
}

const isTooLong = (error: unknown) =>
  error instanceof Error && /exceeds the context length/.test(error.message);

function halves(texts: readonly string[]): [readonly string[], readonly string[]] {
  const middle = Math.ceil(texts.length / 2);
  return [texts.slice(0, middle), texts.slice(middle)];
}

/** At the last blank of the first half, else in the middle of a word. */
function halvesOfText(text: string): [readonly [string], readonly [string]] {
  const middle = text.length >> 1;
  const blank = text.slice(0, middle).search(/\s\S*$/);
  const cut = blank > 0 ? blank : middle;
  return [[text.slice(0, cut)], [text.slice(cut)]];
}

function meanOf(vectors: readonly Float32Array[]): Float32Array {
  const sum = Array.from(vectors[0] ?? [], (_, i) =>
    vectors.reduce((all, vector) => all + (vector[i] ?? 0), 0),
  );
  return unit(sum);
}

function unit(values: readonly number[]): Float32Array {
  const length = Math.hypot(...values) || 1;
  return Float32Array.from(values, (value) => value / length);
}
