import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { createRandom } from '../../shared/random.ts';
import { trainingMemory } from '../../sidecar/training-jobs/model-memory.ts';
import { openLearner } from '../../training/language-model/learner.ts';
import { optimiserSettingsSchema } from '../../training/language-model/optimiser.ts';
import { type Row, withGoal } from './detection-row.ts';

const measuredSchema = z.object({
  times: z.array(z.number()),
  processor: z.number(),
  peak: z.number(),
  predicted: z.number(),
});

/**
 * One step of rank-8 LoRA on query and value of a real model, all tokens learned from: median time, tokens a second and
 * peak memory, each size in a process of its own so that one does not stand in the other's memory.
 */
export function stepRows(modelPath: string, steps: number): Row[] {
  return [128, 256].flatMap((tokens) => {
    const script = fileURLToPath(import.meta.url);
    const args = ['--import', 'tsx', script, modelPath, '--tokens', String(tokens), '--steps', String(steps)];
    const { times, processor, peak, predicted } = measuredSchema.parse(
      JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })),
    );
    times.sort((a, b) => a - b);
    const median = times[Math.floor(times.length / 2)] ?? Number.NaN;
    const spread = [times[0] ?? 0, times.at(-1) ?? 0] as const;
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
      { name: `tokens a second, ${tokens} tokens`, value: (1000 * tokens) / median, unit: '/s' },
      tokens === 128 ? withGoal(memory, { atMost: 1.3 }) : memory,
    ];
  });
}

async function measure(modelPath: string, tokens: number, steps: number) {
  const learner = await openLearner({
    modelPath,
    projections: ['attn_q', 'attn_v'],
    rank: 8,
    alpha: 16,
    pass: { tokens, predictions: tokens },
    threads: 2,
    random: createRandom(1),
  });
  const random = createRandom(2);
  const text = Array.from({ length: tokens + 1 }, () => random.integer(learner.configuration.vocabulary));
  const weights = text.map((_, i) => (i === 0 ? 0 : 1 / tokens));
  const settings = optimiserSettingsSchema.parse({ steps: steps + 1 });
  const times: number[] = [];
  let used = process.cpuUsage();
  for (let step = 0; step <= steps; step += 1) {
    const start = performance.now();
    await learner.step([{ tokens: text, weights }], settings);
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
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { tokens: { type: 'string' }, steps: { type: 'string' } },
  });
  const measured = await measure(positionals[0] ?? '', Number(values.tokens), Number(values.steps));
  console.log(JSON.stringify(measured));
}
