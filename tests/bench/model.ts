import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { realPostings } from '../../training/detector/real-postings.ts';
import { noOllama } from '../model/real-ollama.ts';
import { printRows, type Row } from './detection-row.ts';
import { imitationRow, policyGradientRow } from './model-learning.ts';
import { ollamaRows } from './model-ollama.ts';
import { logitRows, openReference, tokenizerRow } from './model-reference.ts';
import { shapeRows } from './model-shapes.ts';
import { stepRows } from './model-step.ts';

const sections = ['reference', 'ollama', 'step', 'shapes', 'learning'] as const;

/**
 * `npm run bench:model -- [--quick] [--json] [--only SECTION,…] [--minutes N] [--model FILE] [--python PROGRAM]`: equality with the
 * reference implementations, speed, memory and learning of a real small model.
 */
const { values } = parseArgs({
  options: {
    quick: { type: 'boolean' },
    json: { type: 'boolean' },
    only: { type: 'string' },
    minutes: { type: 'string', default: '10' },
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
  const reference =
    chosen.includes('reference') || chosen.includes('step') ? openReference(values.python) : undefined;
  if (reference === undefined)
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
  if (chosen.includes('learning')) {
    if (realPostings(1).length === 0) {
      console.error('Learning: not measured, as ../shared/data/postings is not there.');
    } else {
      const minutes = Number(values.minutes);
      rows.push(await imitationRow(path, minutes), await policyGradientRow(path, minutes));
    }
  }
  return rows;
}

function cachedModel(): string | undefined {
  const folder = join(homedir(), '.cache', 'real-ollama', 'weights');
  const name = existsSync(folder) ? readdirSync(folder).find((file) => file.endsWith('.gguf')) : undefined;
  return name && join(folder, name);
}
