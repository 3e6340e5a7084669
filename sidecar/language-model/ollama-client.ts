import { Ollama } from 'ollama';
import { z } from 'zod';
import { isLoopback } from '../recommender/loopback.ts';
import { LanguageModelError } from './language-model-error.ts';
import { isServerFault, toLanguageModelError } from './ollama-errors.ts';

/** A language model on this machine, reduced to what rewriting needs. Tests pass their own. */
export interface LanguageModel {
  /** Names of the models that can be used, smallest surprise first: as the server lists them, cloud models left out. */
  list(signal: AbortSignal): Promise<InstalledModel[]>;
  /** One completion as text. Cancelled by `signal`; never longer than `maxTokens`. */
  complete(request: Completion, signal: AbortSignal): Promise<string>;
}

export interface InstalledModel {
  readonly name: string;
  readonly bytes: number;
  /** The same for two names of one model, another for another model under the same name. */
  readonly digest?: string;
  /** Chat or completion, as against an embedding model. */
  readonly generates: boolean;
}

export interface Completion {
  readonly model: string;
  readonly system: string;
  readonly prompt: string;
  /** JSON Schema the answer must follow. */
  readonly format: object;
  readonly temperature: number;
  readonly seed: number;
  /** Always given: without a limit a small model may never stop. */
  readonly maxTokens: number;
}

export interface OllamaOptions {
  /** `http://127.0.0.1:11434` unless the company chose another. */
  readonly baseUrl?: string;
  /** Set only after the user was told that text leaves the machine. */
  readonly allowOtherHost?: boolean;
  /** A single answer may take this long, in milliseconds. */
  readonly timeLimit?: number;
}

export { LanguageModelError };

export const defaultOllamaUrl = 'http://127.0.0.1:11434';

const capabilitiesSchema = z.object({ capabilities: z.array(z.string()).optional() });

/**
 * A client of the Ollama server on this machine.
 * @throws LanguageModelError when `baseUrl` is not loopback and `allowOtherHost` was not given.
 */
export function createOllama(options: OllamaOptions = {}): LanguageModel {
  const baseUrl = options.baseUrl ?? defaultOllamaUrl;
  if (!isLoopback(baseUrl) && options.allowOtherHost !== true)
    throw new LanguageModelError(
      `The language model at ${baseUrl} is on another machine, so posting text would leave this one. Use ${defaultOllamaUrl}, or allow another host explicitly.`,
    );
  const timeLimit = options.timeLimit ?? 120_000;

  /** A client whose requests end with the signal; the package itself can only abort streams. */
  const client = (signal: AbortSignal) => {
    const limited = AbortSignal.any([signal, AbortSignal.timeout(timeLimit)]);
    return new Ollama({ host: baseUrl, fetch: (input, init) => fetch(input, { ...init, signal: limited }) });
  };

  return {
    list: async (signal) => {
      const { models } = await client(signal).list();
      const local = models.filter((model) => !isCloudModel(model.name));
      return Promise.all(
        local.map(async (model) => {
          const shown = capabilitiesSchema.safeParse(await client(signal).show({ model: model.name }));
          const generates = shown.data?.capabilities?.includes('completion') ?? true;
          return { name: model.name, bytes: model.size, digest: model.digest, generates };
        }),
      );
    },
    complete: async (request, signal) => {
      if (isCloudModel(request.model))
        throw new LanguageModelError(
          `"${request.model}" runs on someone else's computer. Choose a model without "cloud" in its name; "ollama list" shows them.`,
        );
      const place = { baseUrl, model: request.model, timeLimit };
      try {
        return await answer(client(signal), request);
      } catch (error) {
        signal.throwIfAborted();
        // A model that is being loaded or was just thrown out fails once and answers the next time.
        if (!isServerFault(error)) throw toLanguageModelError(error, place);
      }
      try {
        return await answer(client(signal), request);
      } catch (error) {
        signal.throwIfAborted();
        throw toLanguageModelError(error, place);
      }
    },
  };
}

/** Longer than any token in common use; a server that ignores the limit of tokens is cut off here. */
const longestToken = 32;

/** Reads an answer piece by piece and never further than its limit. */
async function answer(ollama: Ollama, request: Completion): Promise<string> {
  const pieces = await ollama.chat({
    model: request.model,
    messages: [
      { role: 'system', content: request.system },
      { role: 'user', content: request.prompt },
    ],
    stream: true,
    format: request.format,
    keep_alive: '10m',
    options: { temperature: request.temperature, seed: request.seed, num_predict: request.maxTokens },
  });
  let text = '';
  try {
    for await (const { message } of pieces) {
      text += message.content;
      if (text.length <= request.maxTokens * longestToken) continue;
      pieces.abort();
      break;
    }
  } catch (error) {
    // Ollama ends an answer without a last word when the model says one token over and over.
    if (text === '' || !isEndWithoutDone(error)) throw error;
  }
  return text;
}

/** What the package throws when the stream ends in order and lacks its last piece; a connection that breaks is another error. */
const isEndWithoutDone = (error: unknown) =>
  error instanceof Error && error.message.startsWith('Did not receive done');

/** Ollama marks models that run remotely with `cloud` in the tag. */
export function isCloudModel(name: string): boolean {
  return /(?:^|[:-])cloud(?:$|[:-])/i.test(name);
}
