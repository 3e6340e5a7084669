import { z } from 'zod';
import { DeployError } from './deploy.ts';

/** Something a model is asked and how its answer is rewarded. The reward is in [0, 1] and never sees a protected attribute. */
export interface RewardedTask {
  readonly id: string;
  /** The exact text the model sees. */
  readonly prompt: string;
  /** An answer known to be good, such as the policy engine's rewrite: imitated first, so that a small model learns the form. */
  readonly demonstration?: string;
  /** The answer that changes nothing; what differs from it is what there is to learn. */
  readonly unchanged?: string;
  reward(answer: string, signal: AbortSignal): Promise<number>;
}

/** Draws answers from a model. */
export interface Sampler {
  /** `count` answers to each prompt, in order. `seed` makes them repeatable. */
  sample(prompts: readonly string[], count: number, seed: number, signal: AbortSignal): Promise<string[][]>;
}

export interface OllamaSamplerOptions {
  readonly baseUrl: string;
  readonly model: string;
  readonly temperature: number;
  readonly maxTokens: number;
  /** JSON Schema the answer must follow, as in use. */
  readonly format?: object;
  /** Texts that end an answer. */
  readonly stop?: readonly string[];
}

const answerSchema = z.object({ response: z.string() });

/**
 * Draws from a model that Ollama serves, one request at a time, with the prompt exactly as given. A server fault is asked past once: the
 * model is loaded again after every round.
 * @throws DeployError with Ollama's own answer
 */
export function createOllamaSampler(options: OllamaSamplerOptions): Sampler {
  const draw = async (prompt: string, seed: number, signal: AbortSignal): Promise<string> => {
    const body = JSON.stringify({
      model: options.model,
      prompt,
      raw: true,
      stream: false,
      ...(options.format ? { format: options.format } : {}),
      options: {
        temperature: options.temperature,
        seed,
        num_predict: options.maxTokens,
        ...(options.stop ? { stop: options.stop } : {}),
      },
    });
    const headers = { 'content-type': 'application/json' };
    const ask = () => fetch(`${options.baseUrl}/api/generate`, { method: 'POST', headers, signal, body });
    const first = await ask();
    const response = first.status >= 500 ? await ask() : first;
    if (!response.ok) throw new DeployError(`Ollama answered ${response.status}: ${await response.text()}`);
    return answerSchema.parse(await response.json()).response;
  };
  return {
    sample: async (prompts, count, seed, signal) => {
      const answers: string[][] = [];
      for (const [index, prompt] of prompts.entries()) {
        const drawn: string[] = [];
        // Ollama's seeds are 32-bit; each draw gets one of its own.
        for (let i = 0; i < count; i += 1)
          drawn.push(await draw(prompt, (seed + index * 1009 + i * 7919) % 2 ** 31, signal));
        answers.push(drawn);
      }
      return answers;
    },
  };
}
