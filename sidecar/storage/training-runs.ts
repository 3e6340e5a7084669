import { z } from 'zod';
import {
  type CurvePoint,
  curvePointSchema,
  type ModelRecord,
  modelRecordSchema,
  type TrainingOptions,
  type TrainingRun,
  type TrainingState,
  trainingOptionsSchema,
  trainingRunSchema,
} from '../../shared/protocol/training-run.ts';
import type { Database } from './database.ts';
import { readJson } from './json-column.ts';

export interface TrainingOutcome {
  readonly policyId?: string;
  readonly modelRecord?: ModelRecord;
}

/** Training runs with their curves, so that a run outlives the service that started it. */
export interface TrainingRunTable {
  /** A queued run, with an id of its own. */
  add(options: TrainingOptions, startedBy: string): TrainingRun;
  /** Newest first. */
  all(): TrainingRun[];
  find(id: string): TrainingRun | undefined;
  /** Points by epoch. */
  curve(id: string): CurvePoint[];
  modelRecord(id: string): ModelRecord | undefined;
  /** Adds a point, in place of it and of all that followed: a run may go on from an earlier checkpoint. */
  addPoint(id: string, point: CurvePoint): void;
  /** Moves a run to another state; `stopped`, `failed` and `done` end it for now. */
  move(id: string, state: TrainingState, message: string, outcome?: TrainingOutcome): void;
}

interface Row {
  id: string;
  options: string;
  state: string;
  started_by: string;
  created_at: string;
  finished_at: string | null;
  message: string;
  policy_id: string | null;
  epochs: number;
}

const toRun = (row: Row): TrainingRun =>
  trainingRunSchema.parse({
    id: row.id,
    options: readJson(trainingOptionsSchema, row.options),
    state: row.state,
    startedBy: row.started_by,
    createdAt: row.created_at,
    ...(row.finished_at === null ? {} : { finishedAt: row.finished_at }),
    epochs: row.epochs,
    message: row.message,
    ...(row.policy_id === null ? {} : { policyId: row.policy_id }),
  });

export function createTrainingRunTable(database: Database, now: () => Date): TrainingRunTable {
  const columns = `id, options, state, started_by, created_at, finished_at, message, policy_id,
    (SELECT count(*) FROM training_points WHERE run_id = training_runs.id) AS epochs`;
  const statements = {
    count: database.prepare<[], { n: number }>('SELECT count(*) AS n FROM training_runs'),
    add: database.prepare(
      `INSERT INTO training_runs (id, options, state, started_by, created_at, message)
       VALUES (?, ?, 'queued', ?, ?, ?)`,
    ),
    all: database.prepare<[], Row>(`SELECT ${columns} FROM training_runs ORDER BY rowid DESC`),
    find: database.prepare<[string], Row>(`SELECT ${columns} FROM training_runs WHERE id = ?`),
    modelRecord: database.prepare<[string], { model_record: string | null }>(
      'SELECT model_record FROM training_runs WHERE id = ?',
    ),
    curve: database.prepare<[string], { point: string }>(
      'SELECT point FROM training_points WHERE run_id = ? ORDER BY epoch',
    ),
    dropFrom: database.prepare('DELETE FROM training_points WHERE run_id = ? AND epoch >= ?'),
    addPoint: database.prepare('INSERT INTO training_points (run_id, epoch, point) VALUES (?, ?, ?)'),
    move: database.prepare(
      `UPDATE training_runs SET state = ?, message = ?, finished_at = ?,
         policy_id = coalesce(?, policy_id), model_record = coalesce(?, model_record) WHERE id = ?`,
    ),
  };
  const find = (id: string) => {
    const row = statements.find.get(id);
    return row === undefined ? undefined : toRun(row);
  };
  const add = database.transaction((options: TrainingOptions, startedBy: string): TrainingRun => {
    const id = `run-${(statements.count.get()?.n ?? 0) + 1}`;
    const createdAt = now().toISOString();
    const message = 'Waiting to begin.';
    statements.add.run(id, JSON.stringify(options), startedBy, createdAt, message);
    return { id, options, state: 'queued', startedBy, createdAt, epochs: 0, message };
  });
  const addPoint = database.transaction((id: string, point: CurvePoint) => {
    statements.dropFrom.run(id, point.epoch);
    statements.addPoint.run(id, point.epoch, JSON.stringify(point));
  });
  return {
    add: (options, startedBy) => add.immediate(options, startedBy),
    all: () => statements.all.all().map(toRun),
    find,
    curve: (id) => statements.curve.all(id).map(({ point }) => readJson(curvePointSchema, point)),
    modelRecord: (id) => {
      const json = z.string().safeParse(statements.modelRecord.get(id)?.model_record);
      return json.success ? readJson(modelRecordSchema, json.data) : undefined;
    },
    addPoint: (id, point) => addPoint(id, point),
    move: (id, state, message, { policyId, modelRecord } = {}) => {
      const over = state === 'stopped' || state === 'failed' || state === 'done';
      statements.move.run(
        state,
        message,
        over ? now().toISOString() : null,
        policyId ?? null,
        modelRecord === undefined ? null : JSON.stringify(modelRecord),
        id,
      );
    },
  };
}
