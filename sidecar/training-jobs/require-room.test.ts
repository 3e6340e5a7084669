import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { openModelFile } from '../../training/language-model/architecture/model-file.ts';
import { tinyModelFile } from '../../training/language-model/tiny-model.fixture.ts';
import { temporaryFolder } from '../temporary-folder.fixture.ts';
import { requireRoom } from './require-room.ts';

let path: string;
beforeEach(() => {
  path = join(temporaryFolder(), 'tiny.gguf');
  writeFileSync(path, tinyModelFile(3));
});

function require({ memory = 16e9, disks = [1e12], beside = false } = {}) {
  const file = openModelFile(path);
  onTestFinished(() => file.close());
  const place = (folder: string) => (beside && folder !== '/data' ? 1 : 0);
  return requireRoom(
    {
      base: 'tiny',
      path,
      file,
      pass: { tokens: 512, predictions: 128 },
      projections: ['attn_q', 'ffn_down'],
      rank: 8,
      type: 'F16',
      directory: '/data',
    },
    {
      memory: async () => memory,
      disk: async (folder) => disks[place(folder)] ?? 0,
      diskOf: async (folder) => place(folder),
    },
  );
}

it('says what training takes and how large a model would do', async () => {
  expect(await require()).toMatch(
    /^Training takes about 0\.3 GB of memory and 0\.0 GB of disk; the 16\.0 GB .* would do for 9 million weights in a model of this kind\.$/,
  );
});

it('refuses with too little memory, and says what would fit', async () => {
  await expect(require({ memory: 50e6 })).rejects.toThrow(
    /"tiny" takes about 0\.3 GB of memory; 0\.1 GB are free, enough for 0 million weights in a model of this kind\. Close/,
  );
});

it('refuses with too little disk, counted together where both folders share one', async () => {
  // The file has 80 kB: three times that and a checkpoint are under half a megabyte.
  await expect(require({ disks: [100_000] })).rejects.toThrow(/Training needs .* of disk in .*Make room/);
  await expect(require({ disks: [500_000] })).resolves.toMatch(/^Training takes/);
  await expect(require({ disks: [500_000, 50_000], beside: true })).rejects.toThrow(/of disk in \//);
  await expect(require({ disks: [250_000, 250_000], beside: true })).resolves.toMatch(/^Training takes/);
});
