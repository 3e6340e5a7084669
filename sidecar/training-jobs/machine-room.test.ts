import { expect, it } from 'vitest';
import { temporaryFolder } from '../temporary-folder.fixture.ts';
import { availableMemory, machineRoom } from './machine-room.ts';

const vmStat = `Mach Virtual Memory Statistics: (page size of 16384 bytes)
Pages free:                               10000.
Pages active:                            400000.
Pages inactive:                          300000.
Pages speculative:                         5000.
Pages throttled:                              0.
Pages wired down:                        120000.
Pages purgeable:                           2000.
`;

it('counts on macOS what is given up when asked for, where next to nothing is free', async () => {
  expect(await availableMemory('darwin', async () => vmStat)).toBe(16384 * 315_000);
  await expect(availableMemory('darwin', async () => 'nothing')).rejects.toThrow(
    /vm_stat answered otherwise/,
  );
});

it('asks the operating system elsewhere', async () => {
  const folder = temporaryFolder();
  expect(await availableMemory('linux')).toBeGreaterThan(0);
  expect(await machineRoom.disk(folder)).toBeGreaterThan(0);
  expect(await machineRoom.diskOf(folder)).toBe(await machineRoom.diskOf(folder));
});
