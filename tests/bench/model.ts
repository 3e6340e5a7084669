import { appendFileSync, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { realPostings } from '../../training/detector/real-postings.ts';
import { noOllama, openRealOllama } from '../model/real-ollama.ts';
import { printRows, type Row } from './detection-row.ts';
import { imitationRow } from './model-learning.ts';
import { ollamaRows } from './model-ollama.ts';
import { logitRows, openReference, tokenizerRow } from './model-reference.ts';
import { refinementRows } from './model-refinement.ts';
import { rewriteRows } from './model-rewrites.ts';
import { shapeRows } from './model-shapes.ts';
import { stepRows } from './model-step.ts';

const sections = ['reference', 'ollama', 'step', 'shapes', 'learning', 'refinement', 'rewrites'] as const;

/**
 * `npm run bench:model -- [--quick] [--json] [--only SECTION,…] [--minutes N] [--seeds 1,2,3] [--threads N] [--curves FILE]
 * [--model FILE] [--python PROGRAM]`: equality with the reference implementations, speed, memory and learning of a real small model.
 * `--curves` keeps reward, entropy and divergence of every round of refinement, one JSON object a line. `--keep-model FILE` keeps what
 * learned; `--tuned` names such a file, or a model in the Ollama of AUTOREFINE_OLLAMA_URL, for the table of rewrites (without it one is
 * trained by imitation first); `--keep-edits FILE` keeps what was accepted.
 */
const { values } = parseArgs({
  options: {
    quick: { type: 'boolean' },
    json: { type: 'boolean' },
    only: { type: 'string' },
    minutes: { type: 'string', default: '10' },
    seeds: { type: 'string', default: '1' },
    'keep-model': { type: 'string' },
    threads: { type: 'string', default: '2' },
    curves: { type: 'string' },
    tuned: { type: 'string' },
    postings: { type: 'string', default: '50' },
    'keep-edits': { type: 'string' },
    model: { type: 'string' },
    python: { type: 'string', default: 'python3' },
  },
});

const modelPath = values.model ?? cachedModel();
if (modelPath === undefined) {
  console.error(
    'Not measured: name a model file with --model; there is none in ~/.cache/real-ollama/weights.',
  );
} else {
  printRows(await measure(modelPath), values.json ?? false);
}

async function measure(path: string): Promise<Row[]> {
  const chosen = values.only?.split(',') ?? (values.quick ? ['step'] : sections);
  const rows: Row[] = [];
  const wantsReference = chosen.includes('reference') || chosen.includes('step');
  const reference = wantsReference ? openReference(values.python) : undefined;
  if (wantsReference && reference === undefined)
    console.error(`Beside PyTorch: not measured; ${values.python} lacks torch, transformers, gguf or peft.`);
  const sentences = realPostings(600).flatMap((text) => text.split(/\n+/));
  if (chosen.includes('reference') && reference !== undefined)
    rows.push(...(await logitRows(reference, path)), tokenizerRow(reference, path, sentences.slice(0, 5000)));
  if (chosen.includes('ollama')) {
    if (noOllama === undefined) rows.push(...(await ollamaRows(path, sentences)));
    else console.error(`Beside Ollama: ${noOllama}.`);
  }
  if (chosen.includes('step')) rows.push(...stepRows(path, values.quick ? 3 : 9, reference));
  if (chosen.includes('shapes')) rows.push(...shapeRows(values.quick ? 2 : 5));
  const learns = ['learning', 'refinement', 'rewrites'].some((section) =>
    (chosen as readonly string[]).includes(section),
  );
  if (learns && realPostings(1).length === 0) {
    console.error('Learning: not measured, as ../shared/data/postings is not there.');
    return rows;
  }
  const [minutes, threads] = [Number(values.minutes), Number(values.threads)];
  if (chosen.includes('learning'))
    rows.push(await imitationRow(path, { minutes, threads, keepModel: values['keep-model'] }));
  if (chosen.includes('refinement'))
    rows.push(
      ...(await refinementRows(path, {
        minutes,
        seeds: values.seeds.split(',').map(Number),
        threads,
        onRound: (point) => {
          if (values.curves !== undefined) appendFileSync(values.curves, `${JSON.stringify(point)}\n`);
        },
      })),
    );
  if (chosen.includes('rewrites')) {
    if (noOllama === undefined) rows.push(...(await rewritesOf()));
    else console.error(`Rewrites: ${noOllama}.`);
  }
  return rows;
}

async function rewritesOf(): Promise<Row[]> {
  const ollama = await openRealOllama();
  try {
    return await rewriteRows({
      ollama,
      tuned: values.tuned,
      minutes: Number(values.minutes),
      threads: Number(values.threads),
      postings: Number(values.postings),
      keepEdits: values['keep-edits'],
      say: (line) => console.error(line),
    });
  } finally {
    await ollama.close();
  }
}

function cachedModel(): string | undefined {
  const folder = join(homedir(), '.cache', 'real-ollama', 'weights');
  const name = existsSync(folder) ? readdirSync(folder).find((file) => file.endsWith('.gguf')) : undefined;
  return name && join(folder, name);
}
