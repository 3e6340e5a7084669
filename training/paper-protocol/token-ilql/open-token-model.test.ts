import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { tinyModelFile } from '../../language-model/tiny-model.fixture.ts';
import { openTokenModel } from './open-token-model.ts';
import { decodePerturbed } from './perturbed-decoding.ts';

const folder = mkdtempSync(join(tmpdir(), 'token-model-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('openTokenModel', () => {
  it('reads distributions and states of a model file, alike in one pass and step by step', async () => {
    const path = join(folder, 'tiny.gguf');
    writeFileSync(path, tinyModelFile(1));
    const model = await openTokenModel(path, { pass: { tokens: 32, predictions: 16 }, threads: 1 });
    try {
      const tokens = [5, 9, 2, 40, 7, 11];
      const states = await model.read(tokens, 3);
      expect(states).toHaveLength(3);
      for (const [i, { logProbabilities, hidden }] of states.entries()) {
        expect(logProbabilities.reduce((sum, value) => sum + Math.exp(value), 0)).toBeCloseTo(1, 4);
        const [alone] = await model.read(tokens.slice(0, 4 + i), 3 + i);
        hidden.forEach((value, d) => {
          expect(value).toBeCloseTo(alone?.hidden[d] ?? Number.NaN, 4);
        });
      }

      const decoding = { prompt: [5, 9, 2], draft: [1, 2, 3], end: 0, most: 5, beta: 4 };
      const heads = { advantages: () => new Map([[7, 1000]]) };
      expect(await decodePerturbed(model, { ...decoding, heads })).toEqual([7, 7, 7, 7, 7]);
    } finally {
      await model.close();
    }
  });
});
