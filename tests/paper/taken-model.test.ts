import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDetector } from '../../shared/detection/detector.ts';
import { createRandom } from '../../shared/random.ts';
import type { OllamaEngine } from '../../sidecar/training-jobs/model-engine.ts';
import { takeModel } from '../../sidecar/training-jobs/take-model.ts';
import { openModelFile } from '../../training/language-model/architecture/model-file.ts';
import {
  adapterNames,
  adapterPlaces,
  projectionShape,
} from '../../training/language-model/architecture/projections.ts';
import { fileDigest } from '../../training/language-model/deploy.ts';
import { exportAdapter } from '../../training/language-model/export-adapter.ts';
import type { Sampler } from '../../training/language-model/rollouts.ts';
import { tinyModelFile } from '../../training/language-model/tiny-model.fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'taken-'));
const basePath = join(folder, 'base.gguf');
const wholeModel = join(folder, 'other.gguf');
const peftFolder = join(folder, 'peft');
afterAll(() => rmSync(folder, { recursive: true }));

beforeAll(async () => {
  writeFileSync(basePath, tinyModelFile(1));
  writeFileSync(wholeModel, tinyModelFile(2));
  await mkdir(peftFolder);
  for (const [name, content] of Object.entries(peftFiles())) writeFileSync(join(peftFolder, name), content);
});

/** A LoRA adapter of the base, as TRL, OpenRLHF or verl leave it. */
function peftFiles() {
  const file = openModelFile(basePath);
  file.close();
  const { configuration } = file;
  const places = adapterPlaces(configuration, ['attn_q', 'attn_v']);
  const [rank, alpha, random] = [2, 4, createRandom(1)];
  const adapters = new Map(
    places.flatMap((place) => {
      const [inputs, outputs] = projectionShape(configuration, place.projection);
      const { a, b } = adapterNames(place);
      const drawn = (length: number) => Float32Array.from({ length }, () => random.normal());
      return [[a, drawn(inputs * rank)] as const, [b, drawn(rank * outputs)] as const];
    }),
  );
  return exportAdapter({ configuration, places, adapters, rank, alpha, base: 'tiny' });
}

const better = '{"alternatives": ["We want an expert."]}';
const useless = '{}';
const answering = (answer: string): Sampler => ({
  sample: async (prompts, count) => prompts.map(() => Array(count).fill(answer)),
});

/** A server of models: what it was given to serve and to keep, by digest. */
let served: string[];
let kept: Map<string, string>;
let closed: boolean;
beforeEach(() => {
  served = [];
  kept = new Map();
  closed = false;
});
const engineOf = (answer: string): OllamaEngine => ({
  base: { path: basePath, licence: 'Apache-2.0' },
  quantises: true,
  serve: () => Promise.reject(new Error('nothing is trained here')),
  serveBase: () => answering(useless),
  serveFile: async (path) => {
    served.push(await fileDigest(path));
    return answering(answer);
  },
  keep: async (name, path) => {
    const digest = await fileDigest(path);
    kept.set(name, digest);
    return digest;
  },
  close: async () => {
    closed = true;
  },
});

const detector = createDetector();
const postings = Array.from({ length: 160 }, (_, i) => ({
  id: `job-${i}`,
  text: `We want a rockstar. Office ${i} is in the centre.`,
}));
const take = (source: string, answer: string, more: Partial<Parameters<typeof takeModel>[0]> = {}) =>
  takeModel({
    engine: engineOf(answer),
    ...{ base: 'tiny', source, directory: join(folder, 'models'), today: '2026-01-31', postings },
    check: (text) => detector.check(text),
    pass: { tokens: 100, predictions: 20 },
    ...{ selectTasks: 12, reportTasks: 12, seed: 1, signal: new AbortController().signal },
    ...more,
  });

describe('a model that another trainer made', () => {
  it.each([
    ['as a PEFT folder', peftFolder],
    ['as a whole file', wholeModel],
  ])(
    '%s, is measured as it would be served, kept under a name and put in force when it is better than all',
    async (_, source) => {
      // The policy engine has nothing to offer in these postings.
      const policyEdits = new Map(postings.map(({ text }) => [text, []]));
      const { card, promoted, record } = await take(source, better, { policyEdits });
      expect(promoted).toBe(true);
      expect(record.report.tuned).toBeGreaterThan(record.report.base);
      expect([...kept]).toEqual([[card?.name, card?.digest]]);
      expect(served).toEqual([card?.digest]);
      // It is not the base that was measured under another name.
      expect(card?.digest).not.toBe(card?.baseDigest);
      expect(card).toMatchObject({ base: 'tiny', licence: 'Apache-2.0', data: { postings: 160 } });
      expect(closed).toBe(true);
    },
  );

  it('that is no better than the policy is kept but not put in force', async () => {
    const { card, promoted, verdict } = await take(peftFolder, better);
    expect({ promoted, kept: [...kept.keys()] }).toEqual({ promoted: false, kept: [card?.name] });
    expect(verdict).toContain('keep it');
  });

  it('that is no better than its base is not kept at all', async () => {
    const { card, promoted, verdict } = await take(wholeModel, useless);
    expect({ card, promoted, kept: kept.size }).toEqual({ card: undefined, promoted: false, kept: 0 });
    expect(verdict).toContain('the base stays in use');
  });

  it('that is damaged, of another base or cannot be judged is refused before it is served, and leaves nothing behind', async () => {
    const damaged = join(folder, 'damaged');
    await mkdir(damaged, { recursive: true });
    const files = peftFiles();
    writeFileSync(join(damaged, 'adapter_config.json'), files['adapter_config.json']);
    writeFileSync(
      join(damaged, 'adapter_model.safetensors'),
      files['adapter_model.safetensors'].slice(0, -8),
    );
    const otherBase = join(folder, 'qwen.gguf');
    writeFileSync(otherBase, tinyModelFile(1, 'qwen2').subarray(0, 2000));
    await expect(take(damaged, better)).rejects.toThrow('cannot be read');
    await expect(take(otherBase, better)).rejects.toThrow();
    await expect(take(peftFolder, better, { postings: postings.slice(0, 10) })).rejects.toThrow(
      /at least 12/,
    );
    expect({ served, kept: kept.size, closed }).toEqual({ served: [], kept: 0, closed: true });
    expect(existsSync(join(folder, 'models', 'taken.gguf'))).toBe(false);
    expect(readdirSync(join(folder, 'models')).filter((name) => name.endsWith('.gguf'))).toEqual([]);
  });
});
