import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { createRandom } from '../../shared/random.ts';
import { architectures } from '../../training/language-model/architecture/configuration.ts';
import { openModelFile } from '../../training/language-model/architecture/model-file.ts';
import { adapterPlaces, projections } from '../../training/language-model/architecture/projections.ts';
import { exportAdapter } from '../../training/language-model/export-adapter.ts';
import { type Learner, openLearner } from '../../training/language-model/learner.ts';
import { tinyModelFile } from '../../training/language-model/tiny-model.fixture.ts';
import { createTokenizer } from '../../training/language-model/tokenizer.ts';
import { type Row, withGoal } from './detection-row.ts';

const script = fileURLToPath(new URL('../reference/model_values.py', import.meta.url));
const lists = z.object({ values: z.array(z.array(z.number())) });
const measured = z.object({ times: z.array(z.number()), processor: z.number(), peak: z.number() });

/** Python with torch, transformers and peft, asked through `tests/reference/model_values.py`. */
export interface Reference {
  values(request: object): number[][];
  steps(request: object): z.infer<typeof measured>;
}

/** Undefined when this Python has not got the packages. */
export function openReference(python: string): Reference | undefined {
  try {
    execFileSync(python, ['-c', 'import torch, transformers, peft, gguf'], { stdio: 'ignore' });
  } catch {
    return undefined;
  }
  const ask = (request: object): unknown =>
    JSON.parse(
      execFileSync(python, [script], {
        input: JSON.stringify(request),
        encoding: 'utf8',
        stdio: ['pipe', 'pipe', 'ignore'],
        maxBuffer: 1 << 28,
      }),
    );
  return {
    values: (request) => lists.parse(ask(request)).values,
    steps: (request) => measured.parse(ask({ ask: 'steps', ...request })),
  };
}

/** Log-probabilities of every token of random texts, ours and transformers', float32 both. */
export async function logitRows(reference: Reference, modelPath: string): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'autorefine-logits-'));
  try {
    const rows: Row[] = [];
    for (const architecture of architectures) {
      const path = join(folder, `${architecture}.gguf`);
      writeFileSync(path, tinyModelFile(11, architecture));
      rows.push(await logitRow(reference, path, `${architecture}, random weights`));
    }
    rows.push(await logitRow(reference, modelPath, 'the real model'));
    rows.push(await adapterRow(reference, join(folder, 'llama.gguf'), folder));
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const texts = 20;
const textLength = 48;

async function logitRow(reference: Reference, path: string, name: string): Promise<Row> {
  const learner = await open(path);
  try {
    const asked = randomTexts(learner.configuration.vocabulary);
    const theirs = reference.values({ ask: 'log-probabilities', model: path, texts: asked });
    return differenceRow(`${name}: largest difference to transformers`, await score(learner, asked), theirs);
  } finally {
    await learner.close();
  }
}

/** An adapter that this project trained elsewhere, loaded by PEFT: random values here, so that it changes every logit. */
async function adapterRow(reference: Reference, path: string, folder: string): Promise<Row> {
  const learner = await open(path);
  try {
    const random = createRandom(4);
    for (const values of learner.adapters.values())
      for (let i = 0; i < values.length; i += 1) values[i] = random.normal() * 0.1;
    const adapter = join(folder, 'adapter');
    const files = exportAdapter({
      configuration: learner.configuration,
      places: adapterPlaces(learner.configuration, projections),
      adapters: learner.adapters,
      rank: 4,
      alpha: 8,
      base: 'random',
    });
    mkdirSync(adapter);
    for (const [name, content] of Object.entries(files)) writeFileSync(join(adapter, name), content);
    const asked = randomTexts(learner.configuration.vocabulary);
    const theirs = reference.values({ ask: 'log-probabilities', model: path, texts: asked, adapter });
    return differenceRow('adapter in PEFT: largest difference', await score(learner, asked), theirs);
  } finally {
    await learner.close();
  }
}

function open(modelPath: string): Promise<Learner> {
  return openLearner({
    modelPath,
    projections,
    rank: 4,
    alpha: 8,
    pass: { tokens: 64, predictions: 64 },
    threads: 2,
    random: createRandom(1),
  });
}

function randomTexts(vocabulary: number): number[][] {
  const random = createRandom(6);
  return Array.from({ length: texts }, () =>
    Array.from({ length: textLength }, () => random.integer(vocabulary)),
  );
}

async function score(learner: Learner, asked: readonly number[][]): Promise<number[][]> {
  const scores = await learner.score(asked.map((tokens) => ({ tokens, from: 1 })));
  return scores.map(({ logProbabilities }) => [...logProbabilities]);
}

function differenceRow(name: string, ours: readonly number[][], theirs: readonly number[][]): Row {
  const differences = ours.flatMap((text, i) =>
    text.map((value, j) => Math.abs(value - (theirs[i]?.[j] ?? Number.NaN))),
  );
  const row = { name, value: Math.max(...differences), unit: 'nats', note: `${differences.length} tokens` };
  return withGoal(row, { atMost: 1e-3 });
}

/** Share of texts that become the same tokens here and in transformers. */
export function tokenizerRow(reference: Reference, modelPath: string, real: readonly string[]): Row {
  const file = openModelFile(modelPath);
  const tokenizer = createTokenizer(file.gguf.metadata);
  file.close();
  const asked = [...real, ...randomStrings(10_000 - real.length)];
  const theirs = reference.values({ ask: 'tokens', model: modelPath, texts: asked });
  const different = asked.filter(
    (text, i) => JSON.stringify(tokenizer.encode(text)) !== JSON.stringify(theirs[i]),
  );
  for (const text of different.slice(0, 5))
    console.error(`Other tokens: ${JSON.stringify(text.slice(0, 80))}`);
  const row = {
    name: `tokens of ${asked.length.toLocaleString('en')} strings equal to transformers'`,
    value: (100 * (asked.length - different.length)) / asked.length,
    unit: '%',
    note: `${real.length.toLocaleString('en')} from postings, the others random`,
  };
  return withGoal(row, { atLeast: 100 });
}

/** Letters, digits, punctuation, spaces, line ends, accents, other scripts, emoji: what postings hold, in no order. */
function randomStrings(count: number): string[] {
  const random = createRandom(8);
  const ranges = [
    [0x20, 0x7e],
    [0x20, 0x7e],
    [0xa0, 0x17f],
    [0x400, 0x44f],
    [0x4e00, 0x4e40],
    [0x1f600, 0x1f640],
    [0x2010, 0x2027],
  ] as const;
  const character = () => {
    if (random.next() < 0.05) return ['\n', '\r\n', '\t', '  ', '\n\n'][random.integer(5)] ?? ' ';
    const [from, to] = ranges[random.integer(ranges.length)] ?? [0x20, 0x7e];
    return String.fromCodePoint(from + random.integer(to - from + 1));
  };
  return Array.from({ length: Math.max(0, count) }, () =>
    Array.from({ length: 1 + random.integer(60) }, character).join(''),
  );
}

/** The step of `model-step.ts` by PyTorch and PEFT, float32 and AdamW: the rival, with the ratio to our median. */
export function rivalStepRow(
  reference: Reference,
  modelPath: string,
  size: { readonly tokens: number; readonly steps: number },
  ourMedian: number,
): Row {
  const { times, processor, peak } = reference.steps({ model: modelPath, ...size, rank: 8, alpha: 16 });
  const sorted = [...times].sort((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const row: Row = {
    name: `PyTorch + PEFT over ours, ${size.tokens} tokens`,
    value: median / ourMedian,
    unit: 'x',
    note: `PyTorch ${median.toFixed(0)} ms (${(sorted[0] ?? 0).toFixed(0)} to ${(sorted.at(-1) ?? 0).toFixed(0)}), processor ${processor.toFixed(0)} ms a step, peak ${peak.toFixed(2)} GB`,
  };
  return withGoal(row, { atLeast: 1.3 });
}
