import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { type Checkpoint, checkpointSchema } from '../../training/span-policy/policy-gradient.ts';

const fileSchema = z.object({ run: z.string(), checkpoint: checkpointSchema });

/** The last checkpoint of a run, kept beside the databases; replaced whole, so that kill -9 leaves the one before. */
export interface CheckpointFile {
  /** The checkpoint of the same run; undefined when there is none or it belongs to another. */
  read(): Checkpoint | undefined;
  write(checkpoint: Checkpoint): void;
  remove(): void;
}

/** @param run names data, seed and options: a checkpoint of anything else is not gone on with. */
export function createCheckpointFile(path: string, run: string): CheckpointFile {
  return {
    read() {
      if (!existsSync(path)) return undefined;
      const parsed = fileSchema.safeParse(parseJson(readFileSync(path, 'utf8')));
      return parsed.success && parsed.data.run === run ? parsed.data.checkpoint : undefined;
    },
    write(checkpoint) {
      const next = `${path}.next`;
      writeFileSync(next, JSON.stringify({ run, checkpoint }), { mode: 0o600 });
      renameSync(next, path);
    },
    remove: () => rmSync(path, { force: true }),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
