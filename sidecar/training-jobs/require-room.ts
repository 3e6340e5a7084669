import { dirname } from 'node:path';
import type { ModelFile } from '../../training/language-model/architecture/model-file.ts';
import type { PassSize } from '../../training/language-model/architecture/packed-batch.ts';
import {
  adapterPlaces,
  type Projection,
  projectionShape,
} from '../../training/language-model/architecture/projections.ts';
import type { WritableType } from '../../training/language-model/gguf/quantise.ts';
import { storedBytes } from '../../training/language-model/gguf/tensor-type.ts';
import { type MachineRoom, machineRoom } from './machine-room.ts';
import { largestTrainable, trainingMemory } from './model-memory.ts';
import { ModelTrainingError } from './model-training-error.ts';

export interface RoomNeeded {
  /** Name of the model to start from. */
  readonly base: string;
  readonly path: string;
  readonly file: ModelFile;
  readonly pass: PassSize;
  readonly projections: readonly Projection[];
  readonly rank: number;
  /** How trained matrices are stored at their largest. */
  readonly type: WritableType;
  /** Where the merged file and the checkpoint are written. */
  readonly directory: string;
}

/**
 * Refuses what this machine has no room for, before anything is loaded.
 * @returns what training takes, and how large a model would do, for whoever starts it
 * @throws ModelTrainingError with what is needed and what is free
 */
export async function requireRoom(needed: RoomNeeded, machine: MachineRoom = machineRoom): Promise<string> {
  const { base, file, pass } = needed;
  const memory = trainingMemory(file.configuration, pass);
  const free = await machine.memory();
  const largest = millions(largestTrainable(file.configuration, pass, free));
  if (memory > free)
    throw new ModelTrainingError(
      `Training "${base}" takes about ${gigabytes(memory)} of memory; ${gigabytes(free)} are free, enough for ${largest} weights in a model of this kind. Close other programs or choose a smaller model.`,
    );
  const disk = await requireDisk(needed, machine);
  return `Training takes about ${gigabytes(memory)} of memory and ${gigabytes(disk)} of disk; the ${gigabytes(free)} of memory that are free would do for ${largest} weights in a model of this kind.`;
}

/** The merged file and the checkpoint beside the data; the copy that answers and the one that stays beside the base. */
async function requireDisk(needed: RoomNeeded, machine: MachineRoom): Promise<number> {
  const { directory, path } = needed;
  const merged = mergedBytes(needed);
  const places = [
    { folder: directory, bytes: merged + checkpointBytes(needed) },
    { folder: dirname(path), bytes: 2 * merged },
  ];
  const byDisk = new Map<number, { folder: string; bytes: number }>();
  for (const { folder, bytes } of places) {
    const disk = await machine.diskOf(folder);
    byDisk.set(disk, { folder, bytes: bytes + (byDisk.get(disk)?.bytes ?? 0) });
  }
  for (const { folder, bytes } of byDisk.values()) {
    const free = await machine.disk(folder);
    if (bytes > free)
      throw new ModelTrainingError(
        `Training needs ${gigabytes(bytes)} of disk in ${folder}; ${gigabytes(free)} are free. Make room, or choose a smaller model.`,
      );
  }
  return places.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** Trained matrices in the type they are written in, all others as they are. */
function mergedBytes({ file, projections, type }: RoomNeeded): number {
  const trained = new Set(
    adapterPlaces(file.configuration, projections).map(
      ({ layer, projection }) => `blk.${layer}.${projection}.weight`,
    ),
  );
  return file.gguf.tensors.reduce(
    (sum, { name, weights, bytes }) => sum + (trained.has(name) ? storedBytes(type, weights) : bytes),
    0,
  );
}

/** Adapters now and at their best, and two moments, as float32; the file is replaced whole, so it is there twice for a moment. */
function checkpointBytes({ file: { configuration }, projections, rank }: RoomNeeded): number {
  const weights = adapterPlaces(configuration, projections).reduce((sum, { projection }) => {
    const [inputs, outputs] = projectionShape(configuration, projection);
    return sum + rank * (inputs + outputs);
  }, 0);
  return 2 * 4 * 4 * weights;
}

const millions = (count: number) => `${Math.floor(count / 1e6).toLocaleString('en')} million`;
const gigabytes = (bytes: number) => `${(bytes / 1e9).toFixed(1)} GB`;
