import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { type Row, withGoal } from './detection-row.ts';

/** Gzipped size of the detector, its rules and its weights as a page would load them. */
export async function sizeRow(): Promise<Row> {
  const entry = join(import.meta.dirname, '../../shared/detection/detector.ts');
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2023',
  });
  const bytes = outputFiles.reduce((sum, file) => sum + gzipSync(file.contents).length, 0);
  return withGoal(
    { name: 'detector and lexicon, gzipped', value: bytes / 1000, unit: 'kB' },
    { atMost: 300 },
  );
}
