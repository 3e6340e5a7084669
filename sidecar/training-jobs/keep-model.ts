import { statSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { hashText } from '../../shared/hash.ts';
import type { ModelTrainingRecord } from '../../training/language-model/training-record.ts';
import { ownModels } from '../language-model/choose-model.ts';
import { type ModelCard, modelFolder } from './deployed-models.ts';
import type { ModelEngine } from './model-engine.ts';
import { decideOnModel } from './model-gate.ts';

export interface ModelTrainingResult {
  /** Name of the model it was trained from. */
  readonly base: string;
  readonly record: ModelTrainingRecord;
  /** The deployed model; absent when the base is as good and stays in use. */
  readonly card?: ModelCard;
  /** Whether it is also better than the policy engine, and so may rewrite from now on. */
  readonly promoted: boolean;
  readonly verdict: string;
}

export interface ModelToKeep {
  readonly engine: Pick<ModelEngine, 'base' | 'keep'>;
  /** Where models and their cards are kept. */
  readonly directory: string;
  /** The day the model's name carries, as `2026-01-31`. */
  readonly today: string;
  readonly base: string;
  readonly baseDigest: string;
  /** Writes the whole model, if it is not there yet, and says where. */
  readonly path: () => string;
  readonly data: ModelCard['data'];
  readonly listMeasured: boolean;
  /** What is kept beside the card, by file name, such as the adapter. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
}

/**
 * Names a model that passed the gate and keeps it with its card; of others the record alone is returned.
 */
export async function keepModel(
  record: ModelTrainingRecord,
  model: ModelToKeep,
): Promise<ModelTrainingResult> {
  const { kept, promoted, verdict } = decideOnModel(record);
  const { base } = model;
  if (!kept) return { base, record, promoted, verdict };
  const { licence } = model.engine.base;
  const name = `${ownModels.family}${model.today}-${hashText(JSON.stringify(record)).slice(0, 8)}`;
  const folder = modelFolder(model.directory, name);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = model.path();
  const card: ModelCard = {
    name,
    base,
    baseDigest: model.baseDigest,
    digest: await model.engine.keep(name, path),
    bytes: statSync(path).size,
    ...(licence ? { licence } : {}),
    data: model.data,
    listMeasured: model.listMeasured,
    record,
    verdict,
  };
  const files = { ...model.files, 'card.json': `${JSON.stringify(card, null, 2)}\n` };
  for (const [file, content] of Object.entries(files))
    await writeFile(join(folder, file), content, { mode: 0o600 });
  return { base, record, card, promoted, verdict };
}

/** Names the postings a model was trained or judged on. */
export const hashPostings = (postings: readonly { readonly text: string }[]): string =>
  hashText(postings.map(({ text }) => text).join('\n\f\n'));
