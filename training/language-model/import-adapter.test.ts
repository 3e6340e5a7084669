import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createRandom } from '../../shared/random.ts';
import type { Configuration } from './architecture/configuration.ts';
import { openModelFile } from './architecture/model-file.ts';
import { adapterNames, adapterPlaces, projectionShape } from './architecture/projections.ts';
import { exportAdapter } from './export-adapter.ts';
import { AdapterError, importAdapter } from './import-adapter.ts';
import { decodeSafetensors, encodeSafetensors, type StoredTensor } from './safetensors.ts';
import { tinyModelFile } from './tiny-model.fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'import-adapter-'));
afterAll(() => rmSync(folder, { recursive: true }));

const rank = 2;
const configuration = ((): Configuration => {
  const path = join(folder, 'tiny.gguf');
  writeFileSync(path, tinyModelFile(1));
  const file = openModelFile(path);
  file.close();
  return file.configuration;
})();
const places = adapterPlaces(configuration, ['attn_q', 'attn_v', 'ffn_down']);
const random = createRandom(1);
const adapters = new Map(
  places.flatMap((place) => {
    const [inputs, outputs] = projectionShape(configuration, place.projection);
    const names = adapterNames(place);
    const drawn = (length: number) => Float32Array.from({ length }, () => random.normal());
    return [[names.a, drawn(inputs * rank)] as const, [names.b, drawn(rank * outputs)] as const];
  }),
);
const exported = exportAdapter({ configuration, places, adapters, rank, alpha: 4, base: 'tiny' });
const config = exported['adapter_config.json'];
const { tensors } = decodeSafetensors(exported['adapter_model.safetensors']);

/** The exported file with some tensors replaced or, as undefined, left out. */
function changed(changes: Record<string, StoredTensor | undefined>): Uint8Array {
  const all = new Map<string, StoredTensor>(tensors);
  for (const [name, tensor] of Object.entries(changes)) {
    if (tensor === undefined) all.delete(name);
    else all.set(name, tensor);
  }
  return encodeSafetensors({ tensors: all, metadata: {} });
}
const some = [...tensors.keys()].find((name) => name.includes('lora_B')) ?? '';
const read = (bytes: Uint8Array, text = config) =>
  importAdapter(configuration, { config: text, tensors: bytes });

describe('importAdapter', () => {
  it('is the way back of exportAdapter', () => {
    const imported = read(exported['adapter_model.safetensors']);
    expect(imported.adapters).toEqual(adapters);
    expect({ rank: imported.rank, alpha: imported.alpha }).toEqual({ rank, alpha: 4 });
    expect(imported.places).toHaveLength(places.length);
    expect(imported.places).toEqual(expect.arrayContaining(places));
  });

  it('takes all of an adapter or nothing of it, and says why', () => {
    const { shape, values } = tensors.get(some)!;
    const refused: [Uint8Array, string][] = [
      [changed({ [some]: undefined }), 'one of its two'],
      [changed({ [some]: { shape: [shape[1] ?? 0, shape[0] ?? 0], values } }), 'another base'],
      [changed({ [some]: { shape, values: values.map(() => Number.NaN) } }), 'diverged'],
      [changed({ 'base_model.model.lm_head.lora_A.weight': { shape, values } }), 'no place'],
      [encodeSafetensors({ tensors: new Map(), metadata: {} }), 'no adapter matrix'],
      [exported['adapter_model.safetensors'].slice(0, -4), 'cannot be read'],
    ];
    for (const [bytes, why] of refused) {
      expect(() => read(bytes)).toThrow(AdapterError);
      expect(() => read(bytes)).toThrow(why);
    }
  });

  it.each([
    { use_dora: true },
    { use_rslora: true },
    { bias: 'all' },
    { peft_type: 'IA3' },
    { rank_pattern: { q_proj: 4 } },
  ])('refuses %o, whose matrices mean something else', (other) => {
    const text = JSON.stringify({ ...JSON.parse(config), ...other });
    expect(() => read(exported['adapter_model.safetensors'], text)).toThrow('plain LoRA');
  });
});
