import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createRandom } from '../../shared/random.ts';
import { adapterDelta, createAdapters } from './adapters.ts';
import { openModelFile } from './architecture/model-file.ts';
import { adapterNames, adapterPlaces, projectionShape } from './architecture/projections.ts';
import { exportAdapter } from './export-adapter.ts';
import { decodeSafetensors } from './safetensors.ts';
import { tinyModelFile } from './tiny-model.fixture.ts';

it('B A of the exported matrices is the correction that is merged, under the names of PEFT', () => {
  const folder = mkdtempSync(join(tmpdir(), 'export-'));
  const path = join(folder, 'tiny.gguf');
  writeFileSync(path, tinyModelFile(3));
  const file = openModelFile(path);
  const { configuration } = file;
  file.close();
  rmSync(folder, { recursive: true, force: true });

  const random = createRandom(2);
  const places = adapterPlaces(configuration, ['attn_q', 'ffn_down']);
  const [rank, alpha] = [4, 8];
  const adapters = createAdapters(configuration, places, rank, random);
  for (const place of places)
    adapters.set(
      adapterNames(place).b,
      adapters.get(adapterNames(place).b)!.map(() => random.normal()),
    );
  const files = exportAdapter({ configuration, places, adapters, rank, alpha, base: 'tiny' });
  const { tensors, metadata } = decodeSafetensors(files['adapter_model.safetensors']);

  expect(metadata).toEqual({ format: 'pt' });
  expect(tensors.size).toBe(2 * places.length);
  expect(JSON.parse(files['adapter_config.json'])).toMatchObject({
    r: 4,
    lora_alpha: 8,
    target_modules: ['down_proj', 'q_proj'],
  });
  const exported = { attn_q: 'self_attn.q_proj', ffn_down: 'mlp.down_proj' };
  for (const place of places) {
    const [inputs, outputs] = projectionShape(configuration, place.projection);
    const names = adapterNames(place);
    const merged = adapterDelta(
      adapters.get(names.a)!,
      adapters.get(names.b)!,
      rank,
      inputs,
      outputs,
      alpha / rank,
    );
    const module = `base_model.model.model.layers.${place.layer}.${exported[place.projection as 'attn_q']}`;
    const a = tensors.get(`${module}.lora_A.weight`)!;
    const b = tensors.get(`${module}.lora_B.weight`)!;
    expect([a.shape, b.shape]).toEqual([
      [rank, inputs],
      [outputs, rank],
    ]);
    for (let output = 0; output < outputs; output += 5)
      for (let input = 0; input < inputs; input += 3) {
        let sum = 0;
        for (let r = 0; r < rank; r += 1) sum += b.values[output * rank + r]! * a.values[r * inputs + input]!;
        expect((alpha / rank) * sum).toBeCloseTo(merged[output * inputs + input]!, 4);
      }
  }
});
