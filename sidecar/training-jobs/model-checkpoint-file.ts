import { existsSync, readFileSync, rmSync } from 'node:fs';
import {
  decodeCheckpoint,
  encodeCheckpoint,
  type RewriterCheckpoint,
} from '../../training/language-model/checkpoint.ts';
import { replaceFile } from '../storage/replace-file.ts';

/** State of a language-model run after its last round: adapters, optimiser, and the best adapters so far. */
export interface ModelCheckpointFile {
  /** Undefined when there is none or it belongs to another run. */
  read(): RewriterCheckpoint | undefined;
  /** Replaced whole, so that kill -9 leaves the one before. */
  write(checkpoint: RewriterCheckpoint): void;
  remove(): void;
}

/** @param run names data, seed and options. */
export function createModelCheckpointFile(path: string, run: string): ModelCheckpointFile {
  return {
    read: () => (existsSync(path) ? decodeCheckpoint(readFileSync(path), run) : undefined),
    write: (checkpoint) => replaceFile(path, encodeCheckpoint(checkpoint, run)),
    remove: () => rmSync(path, { force: true }),
  };
}
