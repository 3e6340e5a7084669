import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { createRandom } from '../../shared/random.ts';
import { trainingMemory } from '../../sidecar/training-jobs/model-memory.ts';
import type { PassSize } from '../../training/language-model/architecture/packed-batch.ts';
import { openLearner } from '../../training/language-model/learner.ts';
import { optimiserSettingsSchema } from '../../training/language-model/optimiser.ts';
import { type Row, withGoal } from './detection-row.ts';
import { packedRow, prototypeRow } from './model-prototype.ts';
import { type Reference, rivalStepRow } from './model-reference.ts';

const measuredSchema = z.object({
  times: z.array(z.number()),
  processor: z.number(),
  peak: z.number(),
  predicted: z.number(),
});

export interface MeasuredStep {
  /** Milliseconds. */
  readonly median: number;
  /** Fastest and slowest, milliseconds. */
  readonly spread: readonly [number, number];
  /** Processor time a step, milliseconds. */
  readonly processor: number;
  /** Largest resident set, GB. */
  readonly peak: number;
  readonly predicted: number;
}

/**
 * Steps of rank-8 LoRA on query and value, in a process of its own so that one does not stand in the other's memory.
 * @param answers so many texts share the pass: one beginning, and an equal part of the predictions each
 */
export function measureStep(modelPath: string, size: PassSize, steps: number, answers = 1): MeasuredStep {
  const script = fileURLToPath(import.meta.url);
  const numbers = [size.tokens, size.predictions, steps, answers].map(String);
  const { times, ...rest } = measuredSchema.parse(
    JSON.parse(
      execFileSync(process.execPath, ['--import', 'tsx', script, modelPath, ...numbers], {
        encoding: 'utf8',
      }),
    ),
  );
  times.sort((a, b) => a - b);
  const median = times[Math.floor(times.length / 2)] ?? Number.NaN;
  return { ...rest, median, spread: [times[0] ?? 0, times.at(-1) ?? 0] };
}

/** A step in which all tokens are learned from, and PyTorch's where there is one: both sizes one after the other. */
export function stepRows(modelPath: string, steps: number, reference: Reference | undefined): Row[] {
  const packed = { question: 128, answers: 4, answer: 32 };
  const predictions = packed.answers * packed.answer;
  const packedSize = { tokens: packed.question + predictions, predictions };
  return [
    ...[128, 256].flatMap((tokens) => equalRows(modelPath, tokens, steps, reference)),
    ...packedRow(packed, measureStep(modelPath, packedSize, steps, packed.answers).median),
  ];
}

function equalRows(
  modelPath: string,
  tokens: number,
  steps: number,
  reference: Reference | undefined,
): Row[] {
  const { median, spread, processor, peak, predicted } = measureStep(
    modelPath,
    { tokens, predictions: tokens },
    steps,
  );
  const memory: Row = {
    name: `peak memory, ${tokens} tokens`,
    value: peak,
    unit: 'GB',
    note: `predicted ${predicted.toFixed(2)} GB`,
  };
  return [
    {
      name: `LoRA step, ${tokens} tokens, 2 threads`,
      value: median,
      unit: 'ms',
      spread,
      note: `processor ${processor.toFixed(0)} ms a step`,
    },
    ...(reference ? [rivalStepRow(reference, modelPath, { tokens, steps }, median)] : []),
    ...prototypeRow(tokens, median),
    { name: `tokens a second, ${tokens} tokens`, value: (1000 * tokens) / median, unit: '/s' },
    tokens === 128 ? withGoal(memory, { atMost: 1.3 }) : memory,
  ];
}

async function measure(modelPath: string, pass: PassSize, steps: number, answers: number) {
  const { tokens, predictions } = pass;
  const learner = await openLearner({
    modelPath,
    projections: ['attn_q', 'attn_v'],
    rank: 8,
    alpha: 16,
    pass,
    threads: 2,
    random: createRandom(1),
  });
  const random = createRandom(2);
  const draw = (length: number) =>
    Array.from({ length }, () => random.integer(learner.configuration.vocabulary));
  const beginning = draw(tokens - predictions + 1);
  const texts = Array.from({ length: answers }, () => {
    const text = [...beginning, ...draw(predictions / answers)];
    return { tokens: text, weights: text.map((_, i) => (i < beginning.length ? 0 : 1 / predictions)) };
  });
  const settings = optimiserSettingsSchema.parse({ steps: steps + 1 });
  const times: number[] = [];
  let used = process.cpuUsage();
  for (let step = 0; step <= steps; step += 1) {
    const start = performance.now();
    await learner.step(texts, settings);
    // The first step also lays out memory.
    if (step > 0) times.push(performance.now() - start);
    else used = process.cpuUsage();
  }
  const { user, system } = process.cpuUsage(used);
  const predicted = trainingMemory(learner.configuration, learner.pass) / 1e9;
  await learner.close();
  return {
    times,
    processor: (user + system) / 1000 / steps,
    peak: (process.resourceUsage().maxRSS * 1024) / 1e9,
    predicted,
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [modelPath = '', ...numbers] = process.argv.slice(2);
  const [tokens = 0, predictions = 0, steps = 0, answers = 1] = numbers.map(Number);
  const measured = await measure(modelPath, { tokens, predictions }, steps, answers);
  console.log(JSON.stringify(measured));
}
