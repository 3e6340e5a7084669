import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRandom } from '../../shared/random.ts';
import { openModelFile } from '../../training/language-model/architecture/model-file.ts';
import { createChatPrompt } from '../../training/language-model/chat-prompt.ts';
import { deployModel } from '../../training/language-model/deploy.ts';
import { openLearner } from '../../training/language-model/learner.ts';
import { compareFirstTokens } from '../model/first-tokens.ts';
import { openRealOllama } from '../model/real-ollama.ts';
import { writeAs } from '../model/write-as.ts';
import { type Row, withGoal } from './detection-row.ts';

const longestSentence = 400;

/**
 * First tokens after 200 prompts, ours beside Ollama's, with a float16 copy of the weights, where both must agree; and after 50
 * with Q8_0 and Q4_0, where llama.cpp also rounds activations and there is no goal.
 */
export async function ollamaRows(modelPath: string, sentences: readonly string[]): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'autorefine-ollama-'));
  const ollama = await openRealOllama();
  try {
    const file = openModelFile(modelPath);
    const chat = createChatPrompt(file.gguf.metadata);
    file.close();
    const all = sentences
      .filter((sentence) => sentence.length < longestSentence)
      .slice(0, 200)
      .map((sentence) => chat('You edit job postings.', sentence));
    const rows: Row[] = [];
    for (const type of ['F16', 'Q8_0', 'Q4_0'] as const) {
      const prompts = type === 'F16' ? all : all.slice(0, 50);
      const path = join(folder, `${type}.gguf`);
      const name = `autorefine-bench:${type.toLowerCase()}`;
      writeAs(type, modelPath, path);
      await deployModel({ baseUrl: ollama.baseUrl, name, path });
      const learner = await openLearner({
        modelPath: path,
        projections: ['attn_q'],
        rank: 1,
        alpha: 1,
        pass: { tokens: 320, predictions: 8 },
        threads: 2,
        random: createRandom(1),
      });
      const { clear, same, differences, equallyLong } = await compareFirstTokens(
        learner,
        ollama.baseUrl,
        name,
        prompts,
      ).finally(() => learner.close());
      const equal: Row = {
        name: `${type}: likeliest first token equal`,
        value: (100 * same) / clear,
        unit: '%',
        note: `${clear} of ${prompts.length} prompts whose two likeliest differ by more than .1; ${equallyLong} prompts of equally many tokens`,
      };
      const median: Row = {
        name: `${type}: median difference of the top five`,
        value: differences[Math.floor(differences.length / 2)] ?? Number.NaN,
        unit: 'nats',
        note: `largest ${differences.at(-1)?.toFixed(4)}`,
      };
      rows.push(
        type === 'F16' ? withGoal(equal, { atLeast: 99 }) : equal,
        type === 'F16' ? withGoal(median, { atMost: 0.02 }) : median,
      );
    }
    return rows;
  } finally {
    await ollama.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
