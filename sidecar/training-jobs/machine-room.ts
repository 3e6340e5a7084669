import { execFile } from 'node:child_process';
import { stat, statfs } from 'node:fs/promises';
import { promisify } from 'node:util';

/** What this machine has free, in bytes. */
export interface MachineRoom {
  memory(): Promise<number>;
  disk(folder: string): Promise<number>;
  /** Folders with the same one share their disk. */
  diskOf(folder: string): Promise<number>;
}

/** Asks the operating system; inside a container its limit counts. */
export const machineRoom: MachineRoom = {
  memory: () => availableMemory(),
  disk: async (folder) => {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  },
  diskOf: async (folder) => (await stat(folder)).dev,
};

/** Memory that a program may have without others being paged out. */
export async function availableMemory(
  platform: NodeJS.Platform = process.platform,
  vmStat: () => Promise<string> = async () =>
    (await promisify(execFile)('vm_stat', [], { timeout: 10_000 })).stdout,
): Promise<number> {
  // macOS calls hardly anything free; what it keeps for later use is given up when asked for.
  return platform === 'darwin' ? readVmStat(await vmStat()) : process.availableMemory();
}

/** Free, speculative and inactive pages, as psutil counts available memory on macOS. */
function readVmStat(said: string): number {
  const read = (pattern: RegExp) => Number(pattern.exec(said)?.[1] ?? Number.NaN);
  const pages = ['free', 'speculative', 'inactive'].map((kind) =>
    read(new RegExp(`Pages ${kind}:\\s+(\\d+)`)),
  );
  const bytes = read(/page size of (\d+) bytes/) * pages.reduce((sum, count) => sum + count, 0);
  if (Number.isNaN(bytes)) throw new Error(`vm_stat answered otherwise than known: ${said.slice(0, 200)}`);
  return bytes;
}
