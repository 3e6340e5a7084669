import { join } from 'node:path';
import { hashText } from '../../shared/hash.ts';
import type { CurvePoint, ModelRecord, ModelTraining } from '../../shared/protocol/training-run.ts';
import type { CurvePoint as ModelCurvePoint } from '../../training/language-model/training-record.ts';
import { createOllama, isCloudModel } from '../language-model/ollama-client.ts';
import type { AttributeStore } from '../storage/attributes.ts';
import { modelKind, modelRunKind } from '../storage/policy-kinds.ts';
import type { Store } from '../storage/store.ts';
import { type ModelStore, putInForce } from './deployed-models.ts';
import type { ModelTrainingResult } from './keep-model.ts';
import { openOllamaEngine } from './model-engine.ts';
import { readModelMaterial } from './model-material.ts';
import { ModelTrainingError } from './model-training-error.ts';
import { untilOffBattery } from './power-source.ts';
import { modelTrainingDefaults, trainModel } from './train-model.ts';

/** Folder of the data folder with the models, their cards and the state of an unfinished run. */
export const modelsFolder = 'models';

export interface ModelRunOptions extends ModelTraining {
  readonly store: Store;
  readonly attributes: AttributeStore;
  readonly ollamaUrl: string;
  /** Processor threads; 1 repeats bit by bit. */
  readonly threads: number;
  readonly today: string;
  /** Named in the audit log. */
  readonly actor: string;
  readonly signal: AbortSignal;
  readonly onRound: (point: CurvePoint) => void;
  readonly onNote: (note: string) => void;
}

/**
 * Fine-tunes an installed model on the past postings with the usual settings, one run at a time in any process; keeps it,
 * and puts it in force when it is better than the policy engine. A run that was killed goes on from its last round.
 * @throws what `modelFault` explains; StorageError while another run is under way
 */
export async function trainModelRun(options: ModelRunOptions): Promise<ModelRecord> {
  const { store, base, ollamaUrl, seed, signal, onNote } = options;
  if (isCloudModel(base))
    throw new ModelTrainingError(
      `"${base}" is a cloud model and cannot be trained here; choose a local one.`,
    );
  // The client refuses any other machine.
  createOllama({ baseUrl: ollamaUrl });
  const directory = join(store.directory, modelsFolder);
  const material = await readModelMaterial({ store, attributes: options.attributes, seed, signal });
  const result = await trainModel({
    ...modelTrainingDefaults,
    ...material,
    directory,
    base,
    seed,
    signal,
    onNote,
    rounds: options.rounds,
    threads: options.threads,
    today: options.today,
    resume: 'if kept',
    engine: await openOllamaEngine(ollamaUrl, base, signal),
    beforeRound: (stop) => untilOffBattery(stop, () => onNote('On battery: waiting for mains power.')),
    onRound: (point) => options.onRound(toCurvePoint(point)),
  });
  await keepResult(result, { store, ollamaUrl, directory }, options.actor);
  return toRecord(result);
}

/** Records a run with its curves and the model it left, if any, and puts that in force where it passed the gate. */
export async function keepResult(
  { base, card, promoted, verdict, record }: ModelTrainingResult,
  models: ModelStore,
  actor: string,
): Promise<void> {
  const { store } = models;
  const id = card?.name ?? `model-run-${hashText(JSON.stringify({ base, record }))}`;
  const kind = card === undefined ? modelRunKind : modelKind;
  store.transaction(() => {
    // The same run again, bit by bit, leaves the same model.
    if (!store.policies.ids(kind).includes(id))
      store.policies.save(id, kind, card ?? { base, verdict, record });
    store.auditLog.add(actor, 'trained', { policyId: id });
  });
  if (card && promoted) await putInForce(models, card, { actor, reason: verdict });
}

function toCurvePoint({ round, meanReward, select, entropy, divergence }: ModelCurvePoint): CurvePoint {
  return {
    epoch: round,
    reward: meanReward,
    excessGap: { optimise: null, select: null },
    selectScore: select,
    entropy: entropy ?? null,
    divergence: divergence ?? null,
    evaluations: null,
    evaluationsPerSecond: null,
  };
}

const toRecord = ({ record, card, verdict }: ModelTrainingResult): ModelRecord => ({
  verdict,
  ...(card ? { deployed: card.name } : {}),
  report: record.report,
});
