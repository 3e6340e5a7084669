import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { createDetector } from '../../shared/detection/detector.ts';
import { hashText } from '../../shared/hash.ts';
import { lexicon } from '../../shared/lexicon/lexicon.ts';
import type { Edit } from '../../shared/protocol/edit.ts';
import { createRandom } from '../../shared/random.ts';
import { LanguageModelError } from '../../sidecar/language-model/language-model-error.ts';
import { createOllama } from '../../sidecar/language-model/ollama-client.ts';
import { proposeEdits } from '../../sidecar/language-model/propose-edits.ts';
import { sentenceTasks } from '../../sidecar/language-model/sentence-task.ts';
import { partOf } from '../../sidecar/training-jobs/model-tasks.ts';
import { boardPostings, realPostings } from '../../training/detector/real-postings.ts';
import { backTranslate } from '../../training/language-model/back-translation.ts';

/** An accepted edit with the words around it, as a reader is shown it. */
export interface ShownEdit {
  /** Names the edit without its text. */
  readonly hash: string;
  readonly shown: string;
}

export function shownEdit(text: string, { start, end, before, after }: Edit): ShownEdit {
  const around = 80;
  const [left, right] = [text.slice(Math.max(0, start - around), start), text.slice(end, end + around)];
  return {
    hash: hashText([left, before, after, right].join('\0')),
    shown: `${left}[-${before}-]{+${after}+}${right}`.replaceAll(/\s+/g, ' '),
  };
}

const editSchema = z.object({ hash: z.string(), shown: z.string() });

/** Edits that were kept, one JSON object a line. */
export const readEdits = (path: string): ShownEdit[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => editSchema.parse(JSON.parse(line)));

const detector = createDetector();
const check = (text: string) => detector.check(text);

/** Real postings with something to mend, of the parts that are asked for; no model learns from any but `train`. */
export const postingsToRewrite = (parts: readonly ReturnType<typeof partOf>[] = ['report']) =>
  [...realPostings(), ...boardPostings()].filter(
    (text) => parts.includes(partOf(text)) && sentenceTasks(text, check(text).findings).length > 0,
  );

/** Sentences of the same postings with flagged wording put where one of its suggestions stood: there are far more of them. */
const flaggedSentences = (): string[] =>
  backTranslate({
    texts: [...realPostings(), ...boardPostings()].filter((text) => partOf(text) !== 'train'),
    rules: lexicon,
    check,
    random: createRandom(1),
    mostOfPair: 12,
  }).map(({ flagged }) => flagged);

export interface CollectOptions {
  readonly baseUrl: string;
  readonly models: readonly string[];
  readonly seeds: readonly number[];
  /** Enough distinct edits. */
  readonly wanted: number;
  /** Where they are kept beside those that are there, one JSON object a line: their text is that of real postings. */
  readonly path: string;
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

/** What models are allowed to change in real postings that they did not learn from, drawn under one seed after another until there is enough of it. */
export async function collectEdits(options: CollectOptions): Promise<number> {
  const { baseUrl, models, seeds, wanted, path, signal, say } = options;
  const client = createOllama({ baseUrl });
  const texts = [...flaggedSentences(), ...postingsToRewrite(['report', 'select'])];
  const known = new Set(existsSync(path) ? readEdits(path).map(({ hash }) => hash) : []);
  const rewrite = async (posting: string, modelName: string, seed: number) => {
    // Whole paragraphs every other time: more of the text is in the model's hands.
    const passage = seed % 2 === 0 ? 'paragraph' : 'sentence';
    try {
      const asked = { model: client, modelName, check, seed, passage, signal } as const;
      return (await proposeEdits(posting, asked)).edits;
    } catch (error) {
      if (!(error instanceof LanguageModelError)) throw error;
      say(`A posting left out: ${error.message}`);
      return [];
    }
  };
  for (const seed of seeds) {
    for (const modelName of models) {
      for (const posting of texts) {
        if (known.size >= wanted) return known.size;
        const edits = await rewrite(posting, modelName, seed);
        for (const edit of edits.map((one) => shownEdit(posting, one))) {
          if (known.has(edit.hash)) continue;
          known.add(edit.hash);
          appendFileSync(path, `${JSON.stringify(edit)}\n`);
        }
      }
      say(`${known.size} edits after ${modelName}, seed ${seed}`);
    }
  }
  return known.size;
}
