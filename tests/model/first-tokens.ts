import type { Learner } from '../../training/language-model/learner.ts';
import { generate } from './generate.ts';

export interface FirstTokenComparison {
  /** Prompts whose two likeliest tokens differ by more than .1 nats. */
  readonly clear: number;
  /** Those on which ours has the same likeliest token. */
  readonly same: number;
  /** |difference| of the log-probabilities of the top five, ascending, nats. */
  readonly differences: readonly number[];
  /** Prompts that became equally many tokens. */
  readonly equallyLong: number;
}

/** Our graph beside Ollama with the same weights: the first token after each prompt. */
export async function compareFirstTokens(
  learner: Learner,
  baseUrl: string,
  model: string,
  prompts: readonly string[],
): Promise<FirstTokenComparison> {
  const differences: number[] = [];
  let [same, clear, equallyLong] = [0, 0, 0];
  for (const prompt of prompts) {
    const { top, promptTokens } = await generate(baseUrl, model, prompt, 1);
    const given = learner.tokenizer.encode(prompt);
    if (given.length === promptTokens) equallyLong += 1;
    const texts = top.map(({ token }) => {
      const ids = learner.tokenizer.encode(token);
      return { tokens: [...given, ...ids.slice(0, 1)], from: given.length, whole: ids.length === 1 };
    });
    const scores = (await learner.score(texts)).map((score) => score.logProbabilities[0] ?? Number.NaN);
    for (const [i, { logprob }] of top.entries())
      if (texts[i]?.whole) differences.push(Math.abs((scores[i] ?? Number.NaN) - logprob));
    if ((top[0]?.logprob ?? 0) - (top[1]?.logprob ?? 0) <= 0.1) continue;
    clear += 1;
    if (scores[0] === Math.max(...scores)) same += 1;
  }
  return { clear, same, differences: differences.sort((a, b) => a - b), equallyLong };
}
