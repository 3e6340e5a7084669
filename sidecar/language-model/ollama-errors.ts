import { z } from 'zod';
import { LanguageModelError } from './language-model-error.ts';

/** What the ollama package throws when the server answered with a fault. */
const responseErrorSchema = z.object({ status_code: z.number(), message: z.string() });

export interface AskedModel {
  readonly baseUrl: string;
  readonly model: string;
  /** Milliseconds. */
  readonly timeLimit: number;
}

/** Whether the server itself failed, as against a wrong request. */
export function isServerFault(error: unknown): boolean {
  return (responseErrorSchema.safeParse(error).data?.status_code ?? 0) >= 500;
}

/** What went wrong with a request, in words that say what to do. */
export function toLanguageModelError(error: unknown, asked: AskedModel): LanguageModelError {
  return new LanguageModelError(explain(error, asked), { cause: error });
}

function explain(error: unknown, { baseUrl, model, timeLimit }: AskedModel): string {
  const response = responseErrorSchema.safeParse(error).data;
  if (response?.status_code === 404)
    return `The model "${model}" is not installed. To install it: ollama pull ${model}`;
  if (response !== undefined)
    return /memory/i.test(response.message)
      ? `There is not enough memory for "${model}" (${response.message}). Close other programs or choose a smaller model.`
      : `Ollama could not run "${model}": ${response.message}`;
  if (error instanceof DOMException && error.name === 'TimeoutError')
    return `"${model}" did not answer within ${timeLimit / 1000} seconds. Choose a smaller model.`;
  // Before an answer began; a broken stream is another TypeError.
  if (error instanceof TypeError && error.message === 'fetch failed')
    return `Ollama does not answer at ${baseUrl}. Start it (https://ollama.com) and try again.`;
  return `The answer from ${baseUrl} broke off. See that it is Ollama and still runs, then try again.`;
}
