import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createCheckpointFile } from './checkpoint-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'checkpoint-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = join(folder, 'training.json');
const checkpoint = {
  epoch: 3,
  weights: [0.1 + 0.2, -1e-17, 5e-324],
  adam: { step: 9, mean: [1 / 3, 0, 0], square: [Math.PI, 0, 0] },
  best: { epoch: 2, selectScore: -0.0123456789012345, weights: [1, 2, 3] },
  reports: [],
};

const unfinished = { look: { n: 2, level: 0.05 / 6 }, checkpoint };

describe('checkpoint file', () => {
  it('gives back every bit, only to the run that wrote it, and only to its owner', () => {
    const file = createCheckpointFile(path, 'run a');
    expect(file.read()).toBeUndefined();
    file.write({ look: unfinished.look });
    expect(file.read()).toEqual({ look: unfinished.look });
    file.write(unfinished);
    expect(file.read()).toEqual(unfinished);
    expect(createCheckpointFile(path, 'run b').read()).toBeUndefined();
    expect(statSync(path).mode & 0o777).toBe(0o600);
    file.remove();
    expect(file.read()).toBeUndefined();
  });

  it('takes a torn or foreign file for none', () => {
    for (const content of [
      '',
      '{"run":"run a","unfinished":{"look":',
      '[]',
      '{"run":"run a","unfinished":{}}',
    ]) {
      writeFileSync(path, content);
      expect(createCheckpointFile(path, 'run a').read()).toBeUndefined();
    }
  });
});
