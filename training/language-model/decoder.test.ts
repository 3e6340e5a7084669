import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../../shared/random.ts';
import { architectures } from './architecture/configuration.ts';
import { none } from './decoder.ts';
import { type Learner, openLearner } from './learner.ts';
import { tinyModelFile } from './tiny-model.fixture.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'decoder-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function openTiny(architecture: (typeof architectures)[number]): Promise<Learner> {
  const modelPath = join(folder, `${architecture}.gguf`);
  writeFileSync(modelPath, tinyModelFile(3, architecture));
  const learner = await openLearner({
    modelPath,
    projections: ['attn_q', 'attn_v'],
    rank: 2,
    alpha: 2,
    pass: { tokens: 320, predictions: 8 },
    threads: 1,
    random: createRandom(1),
  });
  const random = createRandom(2);
  for (const values of learner.adapters.values()) values.set(values.map(() => 0.3 * random.normal()));
  return learner;
}

const largestDifference = (a: Float32Array, b: Float32Array) =>
  a.reduce((most, value, i) => Math.max(most, Math.abs(value - (b[i] ?? Number.NaN))), 0);

describe.each(architectures)('%s', (architecture) => {
  it('expects after every token what the whole text computed at once expects', async () => {
    const learner = await openTiny(architecture);
    try {
      const random = createRandom(4);
      // Longer than a pass of either width and than the first room of the cache.
      const text = Array.from({ length: 300 }, () => 1 + random.integer(60));
      const other = [...text.slice(0, 200), ...Array.from({ length: 3 }, () => 1 + random.integer(60))];
      for (const base of [false, true]) {
        const decoder = learner.decoder({ base });
        const places: number[] = [];
        for (const token of text.slice(0, 250)) places.push(decoder.place(token, places.at(-1) ?? none));
        const found: (Float32Array | undefined)[] = [
          (await decoder.expect([places.at(-1) ?? none]))[0]?.slice(),
        ];
        let branch = places[199] ?? none;
        for (const token of other.slice(200)) branch = decoder.place(token, branch);
        for (const token of text.slice(250)) places.push(decoder.place(token, places.at(-1) ?? none));
        found.push(...(await decoder.expect([branch, places.at(-1) ?? none])));
        const whole = [text.slice(0, 250), other, text];
        for (const [i, tokens] of whole.entries()) {
          const [expected] = await learner.next([tokens], { base });
          expect(
            largestDifference(
              found[i] ?? new Float32Array(),
              expected?.logProbabilities ?? new Float32Array(),
            ),
          ).toBeLessThan(1e-4);
        }
      }
    } finally {
      await learner.close();
    }
  });
});

it('says that a token must be asked about when it is placed', async () => {
  const learner = await openTiny('llama');
  try {
    const decoder = learner.decoder();
    const place = decoder.place(5, none);
    await decoder.expect([place]);
    await expect(decoder.expect([place])).rejects.toThrow(/Token 0 was computed before/);
  } finally {
    await learner.close();
  }
});
