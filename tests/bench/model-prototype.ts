import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Row, withGoal } from './detection-row.ts';

/** The hand-written graph that this engine grew out of: no embedding look-up, no gradients of norms, every token scored. */
const prototype = join(import.meta.dirname, '../../../shared/reference/prototypes/onnx_lora_step.mjs');
const resultSchema = z.object({ step_ms: z.number(), rssMB: z.number() });
const layers = 30;

/**
 * The prototype's fastest step of the same shape, right after ours. @returns no row where the prototype is not there
 * @param ours our median in milliseconds for as many tokens
 */
export function prototypeRow(tokens: number, ours: number): Row[] {
  if (!existsSync(prototype)) return [];
  // From the standard input, so that it finds this project's engine.
  const answer = execFileSync(
    process.execPath,
    ['--input-type=module', '-', String(layers), String(tokens), '2'],
    { input: readFileSync(prototype), encoding: 'utf8' },
  );
  const { step_ms: theirs, rssMB } = resultSchema.parse(JSON.parse(answer));
  return [
    withGoal(
      {
        name: `the prototype's time for ${tokens} tokens, in times of ours`,
        value: theirs / ours,
        unit: 'times',
        note: `its fastest of four ${theirs} ms, ${(rssMB / 1000).toFixed(2)} GB`,
      },
      { atLeast: 1.3 },
    ),
  ];
}
