import { type TrainingRunDetail, trainingRecordSchema } from '../../shared/protocol/training-run.ts';
import { runIdOf } from '../storage/policy-kinds.ts';
import type { Store } from '../storage/store.ts';

/** A run with its curve and, when done, its record; undefined when there is none of this id. */
export function readRun({ trainingRuns, policies }: Store, id: string): TrainingRunDetail | undefined {
  const run = trainingRuns.find(id);
  if (run === undefined) return undefined;
  const record = run.policyId && policies.content(runIdOf(run.policyId), trainingRecordSchema);
  const modelRecord = trainingRuns.modelRecord(id);
  return {
    ...run,
    curve: trainingRuns.curve(id),
    ...(record ? { record } : {}),
    ...(modelRecord === undefined ? {} : { modelRecord }),
  };
}
