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
  const theirs = timePrototype(tokens);
  if (theirs === undefined) return [];
  return [
    {
      name: `the prototype's time for ${tokens} tokens, in times of ours`,
      value: theirs.step_ms / ours,
      unit: 'times',
      note: `its fastest of four ${theirs.step_ms} ms, ${(theirs.rssMB / 1000).toFixed(2)} GB`,
    },
  ];
}

/** A question with several answers: ours packs them into one pass, the prototype has no packing and makes a pass of each. */
export function packedRow(
  { question, answers, answer }: { question: number; answers: number; answer: number },
  ours: number,
): Row[] {
  const theirs = timePrototype(question + answer);
  if (theirs === undefined) return [];
  return [
    withGoal(
      {
        name: `the same texts, packed: the prototype's time, in times of ours`,
        value: (answers * theirs.step_ms) / ours,
        unit: 'times',
        note: `${answers} answers of ${answer} tokens to a question of ${question}: ours one pass of ${question + answers * answer} in ${ours.toFixed(0)} ms, its ${answers} of ${question + answer} in ${theirs.step_ms} ms each`,
      },
      { atLeast: 1.3 },
    ),
  ];
}

function timePrototype(tokens: number): z.infer<typeof resultSchema> | undefined {
  if (!existsSync(prototype)) return undefined;
  // From the standard input, so that it finds this project's engine.
  const answer = execFileSync(
    process.execPath,
    ['--input-type=module', '-', String(layers), String(tokens), '2'],
    { input: readFileSync(prototype), encoding: 'utf8' },
  );
  return resultSchema.parse(JSON.parse(answer));
}
