import { constants, existsSync } from 'node:fs';
import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { findModelFile } from '../../training/language-model/deploy.ts';
import { type ModelCard, type ModelStore, modelFolder } from './deployed-models.ts';
import { ModelTrainingError } from './model-training-error.ts';

/** Name of the whole model, as it is kept where there is no Ollama and as it is exported. */
export const modelFile = 'model.gguf';

/**
 * Copies a trained model where other tools can load it: the whole of it as one .gguf file, the adapter as a PEFT folder, and the card.
 * @returns the names of the files
 * @throws ModelTrainingError when the folder holds something already; DeployError when Ollama does not have the model
 */
export async function exportModel(
  { directory, ollamaUrl }: Pick<ModelStore, 'directory' | 'ollamaUrl'>,
  { name }: ModelCard,
  folder: string,
  signal: AbortSignal,
): Promise<string[]> {
  if (existsSync(folder) && (await readdir(folder)).length > 0)
    throw new ModelTrainingError(`${folder} is not empty; name a folder that is empty or not there yet.`);
  const kept = modelFolder(directory, name);
  const names = await readdir(kept);
  const files = new Map(names.map((file) => [file, join(kept, file)]));
  if (!files.has(modelFile)) files.set(modelFile, (await findModelFile(ollamaUrl, name, signal)).path);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const [file, path] of files) {
    signal.throwIfAborted();
    await copyFile(path, join(folder, file), constants.COPYFILE_FICLONE);
  }
  return [...files.keys()].sort();
}
