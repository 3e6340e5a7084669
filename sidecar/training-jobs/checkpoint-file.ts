import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { checkpointSchema } from '../../training/span-policy/policy-gradient.ts';
import { parseJson } from '../storage/parse-json.ts';
import { replaceFile } from '../storage/replace-file.ts';

const unfinishedRunSchema = z.object({
  /** The look at the report part that this run has logged: the same run taken up again sees nothing new. */
  look: z.object({ n: z.int().positive(), level: z.number() }),
  /** Absent before the first epoch is done. */
  checkpoint: checkpointSchema.optional(),
});
const fileSchema = z.object({ run: z.string(), unfinished: unfinishedRunSchema });

/** Where a run stands that was not finished. */
export type UnfinishedRun = z.infer<typeof unfinishedRunSchema>;

/** The last checkpoint of a run, kept beside the databases; replaced whole, so that kill -9 leaves the one before. */
export interface CheckpointFile {
  /** Where the same run stands; undefined when there is none or it belongs to another. */
  read(): UnfinishedRun | undefined;
  write(unfinished: UnfinishedRun): void;
  remove(): void;
}

/** @param run names data, seed and options: a checkpoint of anything else is not gone on with. */
export function createCheckpointFile(path: string, run: string): CheckpointFile {
  return {
    read() {
      if (!existsSync(path)) return undefined;
      const parsed = fileSchema.safeParse(parseJson(readFileSync(path, 'utf8')));
      return parsed.success && parsed.data.run === run ? parsed.data.unfinished : undefined;
    },
    write(unfinished) {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      replaceFile(path, JSON.stringify({ run, unfinished }));
    },
    remove: () => rmSync(path, { force: true }),
  };
}
