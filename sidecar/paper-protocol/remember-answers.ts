import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { hashText } from '../../shared/hash.ts';
import type { LanguageModel } from '../language-model/ollama-client.ts';

const answerSchema = z.object({ key: z.string(), answer: z.string() });

/**
 * The same model, with every answer kept in a file of JSON lines, so that a run that was cut off asks only for what is missing. A
 * line that was cut off is asked for again.
 * @param file holds what the model wrote of the postings, readable by its owner alone
 */
export function rememberAnswers(model: LanguageModel, file: string): LanguageModel {
  const known = new Map(existsSync(file) ? readFileSync(file, 'utf8').split('\n').flatMap(readLine) : []);
  return {
    ...model,
    async complete(request, signal) {
      const key = hashText(JSON.stringify(request));
      const kept = known.get(key);
      if (kept !== undefined) return kept;
      const answer = await model.complete(request, signal);
      known.set(key, answer);
      // The line before may have been cut off: an empty line costs nothing.
      appendFileSync(file, `\n${JSON.stringify({ key, answer })}`, { mode: 0o600 });
      return answer;
    },
  };
}

function readLine(line: string): [string, string][] {
  try {
    const { key, answer } = answerSchema.parse(JSON.parse(line));
    return [[key, answer]];
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return [];
    throw error;
  }
}
