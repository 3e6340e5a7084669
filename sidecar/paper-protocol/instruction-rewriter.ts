import { z } from 'zod';
import { wordDiff } from '../../shared/edits/word-diff.ts';
import type { WritingMethod } from '../../training/paper-protocol/run-paper-protocol.ts';
import type { LanguageModel } from '../language-model/ollama-client.ts';

const answerSchema = z.object({ posting: z.string().min(1) });
const answerFormat = z.toJSONSchema(answerSchema);

const system =
  'You rewrite job postings so that everyone qualified may feel addressed. Keep every fact, name, number and link as it is. Answer with the whole rewritten posting.';

/** Tokens a posting may take, per character of the original, and at most. */
const tokensPerCharacter = 0.4;
const mostTokens = 2000;

/**
 * The instruction baseline: asks a model for the whole posting at once, as people do with a chat window. Nothing guards its
 * facts; the change audit counts what it broke. An answer that is not the JSON asked for leaves the posting as it was.
 */
export function instructionRewriter(model: LanguageModel, modelName: string, seed: number): WritingMethod {
  return {
    name: `instruction to ${modelName}`,
    async rewrite({ space: { text } }, signal = new AbortController().signal) {
      const answer = await model.complete(
        {
          model: modelName,
          system,
          prompt: `Rewrite this posting inclusively:\n\n${text}`,
          format: answerFormat,
          temperature: 0.7,
          seed,
          maxTokens: Math.min(mostTokens, Math.ceil(text.length * tokensPerCharacter) + 200),
        },
        signal,
      );
      const rewritten = readAnswer(answer);
      return rewritten === undefined ? [] : wordDiff(text, rewritten, 'model');
    },
  };
}

function readAnswer(answer: string): string | undefined {
  try {
    return answerSchema.safeParse(JSON.parse(answer)).data?.posting;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
