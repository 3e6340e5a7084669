import { z } from 'zod';

const generatedSchema = z.object({
  response: z.string(),
  prompt_eval_count: z.int().optional(),
  logprobs: z
    .array(z.object({ top_logprobs: z.array(z.object({ token: z.string(), logprob: z.number() })) }))
    .optional(),
});

export interface Generated {
  readonly text: string;
  /** The five likeliest first tokens with their log-probabilities (nats), likeliest first. */
  readonly top: readonly { readonly token: string; readonly logprob: number }[];
  /** How many tokens Ollama made of the prompt. */
  readonly promptTokens: number;
}

/** The most likely answer of a model to an exact prompt, without a template. */
export async function generate(
  baseUrl: string,
  model: string,
  prompt: string,
  maxTokens = 40,
): Promise<Generated> {
  const response = await fetch(`${baseUrl}/api/generate`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      model,
      prompt,
      raw: true,
      stream: false,
      logprobs: true,
      top_logprobs: 5,
      options: { temperature: 0, seed: 1, num_predict: maxTokens },
    }),
  });
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
  const { response: text, logprobs, prompt_eval_count } = generatedSchema.parse(await response.json());
  return { text, top: logprobs?.[0]?.top_logprobs ?? [], promptTokens: prompt_eval_count ?? Number.NaN };
}
