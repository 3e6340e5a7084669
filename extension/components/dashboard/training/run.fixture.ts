import type { CurvePoint, TrainingRunDetail } from '../../../../shared/protocol/training-run.ts';

/** A point of a curve with every value set, for tests. */
export function curvePoint(epoch: number, overrides: Partial<CurvePoint> = {}): CurvePoint {
  return {
    epoch,
    reward: -0.1 / epoch,
    excessGap: { optimise: 0.1 / epoch, select: 0.12 / epoch },
    selectScore: -0.12 / epoch,
    entropy: 0.6,
    divergence: 0.01,
    evaluations: 100 * epoch,
    evaluationsPerSecond: 900,
    ...overrides,
  };
}

/** A run under way, for tests. */
export function trainingRun(overrides: Partial<TrainingRunDetail> = {}): TrainingRunDetail {
  return {
    id: 'run-1',
    options: { kind: 'policy', refinement: 'rloo', epochs: 40, seed: 1 },
    state: 'running',
    startedBy: 'AutoRefine extension',
    createdAt: '2024-05-01T10:00:00.000Z',
    epochs: 0,
    message: 'Refining the policy.',
    curve: [],
    ...overrides,
  };
}
