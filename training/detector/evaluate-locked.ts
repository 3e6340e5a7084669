import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { createDetector } from '../../shared/detection/detector.ts';
import { scoreLabels } from './label-evaluation.ts';
import { hasLabelledData, lockedDocuments } from './labelled-documents.ts';

/**
 * Scores the detector on the locked documents: `node --import tsx training/detector/evaluate-locked.ts "why this look"`.
 * Three looks are all there are. Each is written to `locked-looks.json`, which is committed and shown in docs/detection.md.
 */
const most = 3;
const file = join(import.meta.dirname, 'locked-looks.json');
const looksSchema = z.array(
  z.strictObject({
    reason: z.string(),
    on: z.iso.date(),
    documents: z.int(),
    macro: z.number(),
    macroReal: z.number(),
    f1: z.record(z.string(), z.number()),
    f1Real: z.record(z.string(), z.number()),
  }),
);
const seed = 1;

function main(reason: string | undefined): void {
  const looks = looksSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  if (!reason) throw new Error('Say why this look is taken, as the one argument.');
  if (looks.length >= most) throw new Error(`All ${most} looks are spent; they stand in ${file}.`);
  if (!hasLabelledData()) throw new Error('The labelled data is not there (../shared/data/bias).');

  const detector = createDetector();
  const predictions = lockedDocuments().map(({ labels, synthetic, text }) => ({
    synthetic,
    actual: labels,
    predicted: detector.check(text).labels,
  }));
  const all = scoreLabels(predictions, seed);
  const real = scoreLabels(
    predictions.filter(({ synthetic }) => !synthetic),
    seed,
  );
  const byClass = (scores: typeof all) =>
    Object.fromEntries(scores.classes.map(({ category, f1 }) => [category, round(f1)]));
  looks.push({
    reason,
    on: new Date().toISOString().slice(0, 10),
    documents: predictions.length,
    macro: round(all.macro),
    macroReal: round(real.macro),
    f1: byClass(all),
    f1Real: byClass(real),
  });
  writeFileSync(file, `${JSON.stringify(looks, null, 2)}\n`);
  console.log(JSON.stringify(looks.at(-1), null, 2));
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

main(process.argv[2]);
