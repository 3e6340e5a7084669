import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { realPostings } from '../../training/detector/real-postings.ts';
import { printRows, type Row } from './detection-row.ts';
import { imitationRow, policyGradientRow } from './model-learning.ts';
import { stepRows } from './model-step.ts';

/** `npm run bench:model -- [--quick] [--json] [--minutes N] [--model FILE]`: speed, memory and learning of a real small model. */
const { values } = parseArgs({
  options: {
    quick: { type: 'boolean' },
    json: { type: 'boolean' },
    minutes: { type: 'string', default: '10' },
    model: { type: 'string' },
  },
});

const modelPath = values.model ?? cachedModel();
if (modelPath === undefined) {
  console.error(
    'Not measured: name a model file with --model; there is none in ~/.cache/real-ollama/weights.',
  );
} else {
  const rows: Row[] = stepRows(modelPath, values.quick ? 3 : 9);
  console.error('PyTorch + PEFT beside it: not measured.');
  if (realPostings(1).length === 0) {
    console.error('Learning: not measured, as ../shared/data/postings is not there.');
  } else if (!values.quick) {
    const minutes = Number(values.minutes);
    rows.push(await imitationRow(modelPath, minutes), await policyGradientRow(modelPath, minutes));
  }
  printRows(rows, values.json ?? false);
}

function cachedModel(): string | undefined {
  const folder = join(homedir(), '.cache', 'real-ollama', 'weights');
  const name = existsSync(folder) ? readdirSync(folder).find((file) => file.endsWith('.gguf')) : undefined;
  return name && join(folder, name);
}
