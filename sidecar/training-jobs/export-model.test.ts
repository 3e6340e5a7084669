import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { DeployError } from '../../training/language-model/deploy.ts';
import { temporaryFolder } from '../temporary-folder.fixture.ts';
import { modelFolder } from './deployed-models.ts';
import { exportModel } from './export-model.ts';
import { modelCard } from './model-card.fixture.ts';
import { startStandInTrainer } from './stand-in-trainer.fixture.ts';

const { signal } = new AbortController();

let folder: string;
beforeEach(() => {
  folder = temporaryFolder();
  writeFileSync(join(folder, 'blob'), 'weights');
});

/** Exports a model whose folder holds these files, from an Ollama that has one called `tiny`. */
async function exported(name: string, files: readonly string[]): Promise<string> {
  const ollama = await startStandInTrainer(join(folder, 'blob'), () => '');
  onTestFinished(() => ollama.close());
  const models = { directory: join(folder, 'models'), ollamaUrl: ollama.baseUrl };
  const kept = modelFolder(models.directory, name);
  mkdirSync(kept, { recursive: true });
  for (const file of files) writeFileSync(join(kept, file), file);
  const out = join(folder, 'out');
  const names = await exportModel(models, modelCard(name), out, signal);
  expect(names).toEqual(readdirSync(out).sort());
  return out;
}

it('gives the model as Ollama stores it, the adapter and the card', async () => {
  const out = await exported('tiny', ['card.json', 'adapter_config.json', 'adapter_model.safetensors']);
  expect(readdirSync(out)).toHaveLength(4);
  expect(readFileSync(join(out, 'model.gguf'), 'utf8')).toBe('weights');
  expect(readFileSync(join(out, 'card.json'), 'utf8')).toBe('card.json');
});

it('gives the file of a model that was trained without Ollama', async () => {
  const out = await exported('unknown to Ollama', ['card.json', 'model.gguf']);
  expect(readFileSync(join(out, 'model.gguf'), 'utf8')).toBe('model.gguf');
});

it('overwrites nothing, and writes nothing where Ollama lost the model', async () => {
  mkdirSync(join(folder, 'out'));
  await expect(exported('lost', ['card.json'])).rejects.toThrow(DeployError);
  expect(readdirSync(join(folder, 'out'))).toEqual([]);
  writeFileSync(join(folder, 'out', 'mine'), 'mine');
  await expect(exported('tiny', [])).rejects.toThrow(/is not empty; name a folder/);
  expect(readdirSync(join(folder, 'out'))).toEqual(['mine']);
});
