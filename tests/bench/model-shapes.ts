import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Architecture } from '../../training/language-model/architecture/configuration.ts';
import { type ModelShape, randomModelFile } from '../../training/language-model/tiny-model.fixture.ts';
import type { Row } from './detection-row.ts';
import { measureStep } from './model-step.ts';

/** Shapes of small models that people run with Ollama, with the weights at random: time and memory do not depend on them. */
const shapes: readonly (ModelShape & { readonly name: string; readonly architecture: Architecture })[] = [
  {
    name: 'SmolLM2-135M',
    architecture: 'llama',
    vocabulary: 49_152,
    layers: 30,
    width: 576,
    heads: 9,
    groups: 3,
    headSize: 64,
    feedForward: 1536,
  },
  {
    name: 'SmolLM2-360M',
    architecture: 'llama',
    vocabulary: 49_152,
    layers: 32,
    width: 960,
    heads: 15,
    groups: 5,
    headSize: 64,
    feedForward: 2560,
  },
  {
    name: 'Qwen2.5-0.5B',
    architecture: 'qwen2',
    vocabulary: 151_936,
    layers: 24,
    width: 896,
    heads: 14,
    groups: 2,
    headSize: 64,
    feedForward: 4864,
  },
];

/** Tokens a second of a LoRA step and its peak memory, by shape of model, at 128 tokens of which 32 are learned from. */
export function shapeRows(steps: number): Row[] {
  const folder = mkdtempSync(join(tmpdir(), 'autorefine-shapes-'));
  try {
    return shapes.flatMap(({ name, architecture, ...shape }) => {
      const path = join(folder, 'model.gguf');
      const file = openSync(path, 'w');
      for (const chunk of randomModelFile(1, architecture, shape, 'Q8_0'))
        for (let done = 0; done < chunk.byteLength; ) done += writeSync(file, chunk, done);
      closeSync(file);
      const size = { tokens: 128, predictions: 32 };
      const { median, spread, peak, predicted } = measureStep(path, size, steps);
      const perSecond = (milliseconds: number) => (1000 * size.tokens) / milliseconds;
      return [
        {
          name: `${name} shape, tokens a second`,
          value: perSecond(median),
          unit: '/s',
          spread: [perSecond(spread[1]), perSecond(spread[0])],
        },
        {
          name: `${name} shape, peak memory`,
          value: peak,
          unit: 'GB',
          note: `predicted ${predicted.toFixed(2)} GB`,
        },
      ] satisfies Row[];
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
