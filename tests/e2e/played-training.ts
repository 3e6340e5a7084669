import type { Policy } from '../../shared/protocol/policy.ts';
import {
  type CurvePoint,
  type PromotionDecision,
  type ResultRow,
  resultRowSchema,
  type TrainingEvent,
  type TrainingOptions,
  type TrainingRun,
  type TrainingRunDetail,
} from '../../shared/protocol/training-run.ts';
import { exampleRow } from '../../training/evaluation/record.fixture.ts';

/** Invented training runs and policies, for tests of the pages: a run stands still until it is stopped, and ends when it is resumed. */
export interface PlayedTraining {
  runs(): TrainingRunDetail[];
  run(id: string): TrainingRunDetail | undefined;
  start(options: TrainingOptions): TrainingRun;
  stop(id: string): TrainingRun;
  resume(id: string): TrainingRun;
  /** The events of a run until it is no longer under way, or the reader leaves. */
  events(id: string, left: AbortSignal): AsyncGenerator<TrainingEvent>;
  policies(): Policy[];
  promote(id: string): void;
  rollBack(): void;
}

const day = (n: number) => `2025-11-${String(n).padStart(2, '0')}T09:30:00.000Z`;

function curve(epochs: number, seed: number): CurvePoint[] {
  return Array.from({ length: epochs }, (_, i) => {
    const left = Math.exp(-(i + seed) / 9);
    const wave = 0.004 * Math.sin(i * 1.7 + seed);
    return {
      epoch: i + 1,
      reward: -0.02 - 0.06 * left + wave,
      excessGap: { optimise: 0.03 + 0.07 * left - wave, select: 0.045 + 0.06 * left + wave },
      selectScore: -0.045 - 0.06 * left - wave,
      entropy: 0.25 + 0.45 * left,
      divergence: 0.08 * (1 - left),
      evaluations: 640 * (i + 1),
      evaluationsPerSecond: 2100 + 150 * Math.sin(i),
    };
  });
}

function resultRow(method: string, attribute: string, after: number): ResultRow {
  const fallen = after < 0.05;
  return resultRowSchema.parse({
    ...exampleRow,
    method,
    attribute,
    postings: 12,
    gap: { before: 0.14, after: 0.05 + after, nullMean: 0.05 },
    excessGap: {
      before: 0.098,
      after,
      relativeChange: after / 0.098 - 1,
      interval: null,
      change: exampleRow.excessGap.change,
    },
    signedGap: { ...exampleRow.signedGap, after: after * 0.9 },
    diversityMatchRate: { before: 0.33, after: fallen ? 0.75 : 0.33, m0: 0.83, reachableShareClosed: null },
    edits: method === 'keep' ? 0 : 3.4,
    p: fallen ? 0.001 : 0.4,
    pHolm: fallen ? 0.002 : 0.8,
  });
}

const decision = (promoted: boolean): PromotionDecision => ({
  method: 'amortised',
  look: promoted ? 1 : 2,
  level: promoted ? 0.025 : 0.0083,
  promoted,
  checks: [
    {
      check: 'the excess gap falls (one-sided, level 0.025)',
      passed: promoted,
      found: promoted ? 'gender: p 0.001' : 'gender: p 0.19',
    },
    { check: "no other attribute's gap grows by 0.01", passed: true, found: 'age band: upper bound 0.0031' },
    { check: 'relevance falls by less than 2 %', passed: true, found: 'lower bound -0.0042' },
    { check: 'a second recommender agrees in sign', passed: promoted, found: 'lexical: 0.091 to 0.044' },
    { check: 'at most 2 statements are inserted', passed: true, found: '1 at most' },
  ],
});

function recordOf(options: TrainingOptions, promoted: boolean): NonNullable<TrainingRunDetail['record']> {
  return {
    data: { candidates: '0f3a', postings: '91bc' },
    config: { seed: options.seed },
    evaluations: 25_600,
    evaluation: {
      postings: 40,
      candidates: 6000,
      recommender: 'hybrid (BM25 + latent-semantic 256-d)',
      synthetic: true,
      folds: {
        candidates: { optimise: 2400, select: 600, report: 3000 },
        postings: { training: 28, unseen: 12 },
      },
      methods: ['gender', 'age band'].flatMap((attribute) => [
        resultRow('keep', attribute, 0.098),
        resultRow('greedy-64', attribute, 0.041),
        resultRow('amortised', attribute, promoted ? 0.031 : 0.083),
      ]),
      power: [{ attribute: 'gender', fall: 0.4, power: 0.82, enough: true }],
      notMeasured: [],
    },
    promotion: decision(promoted),
  };
}

const preferences: Policy['preferences'] = [
  ['masculine/dominate', 'dominate', 'lead', 0.94],
  ['masculine/ninja', 'ninja', 'expert', 0.91],
  ['age/young', 'young', 'motivated', 0.83],
].map(([ruleId, wording, preferred, probability]) => ({
  ruleId: String(ruleId),
  wording: String(wording),
  choice: 'replace' as const,
  preferred: String(preferred),
  probability: Number(probability),
  sentence: `prefers “${String(preferred)}” over “${String(wording)}” (invented for tests and pictures)`,
}));

export function playTraining(): PlayedTraining {
  const policyOptions = { kind: 'policy', refinement: 'rloo', epochs: 40, seed: 1 } as const;
  const doneRun = (n: number, promoted: boolean): TrainingRunDetail => ({
    id: `run-${n}`,
    options: { ...policyOptions, seed: n },
    state: 'done',
    startedBy: 'an invented run for tests and pictures',
    createdAt: day(n),
    finishedAt: day(n),
    epochs: 24,
    message: promoted
      ? 'Invented run: the policy passed every check.'
      : 'Invented run: the policy is kept but not used.',
    policyId: `policy-${n}`,
    curve: curve(24, n),
    record: recordOf({ ...policyOptions, seed: n }, promoted),
  });
  const runs: TrainingRunDetail[] = [doneRun(4, true), doneRun(2, false)];
  let withdrawn = false;
  const waiting = new Set<() => void>();
  const update = (id: string, changes: Partial<TrainingRunDetail>): TrainingRunDetail => {
    const at = runs.findIndex((run) => run.id === id);
    const next = { ...(runs[at] as TrainingRunDetail), ...changes };
    runs[at] = next;
    for (const wake of waiting) wake();
    waiting.clear();
    return next;
  };
  const summary = ({ curve: _, record: __, ...run }: TrainingRunDetail): TrainingRun => run;
  return {
    runs: () => runs,
    run: (id) => runs.find((run) => run.id === id),
    start: (options) => {
      const run: TrainingRunDetail = {
        id: `run-${runs.length + 10}`,
        options,
        state: 'running',
        startedBy: 'AutoRefine extension',
        createdAt: day(20),
        epochs: 9,
        message: 'Learning which wording keeps the list close to everyone qualified.',
        curve: curve(9, 1),
      };
      runs.unshift(run);
      return summary(run);
    },
    stop: (id) => summary(update(id, { state: 'stopped', message: 'Stopped; it can go on from round 9.' })),
    resume: (id) => {
      const { options } = update(id, {});
      return summary(
        update(id, {
          state: 'done',
          message: 'Done.',
          epochs: 24,
          curve: curve(24, 1),
          record: recordOf(options, true),
        }),
      );
    },
    async *events(id, left) {
      for (const point of runs.find((run) => run.id === id)?.curve ?? []) yield { type: 'epoch', point };
      for (;;) {
        const run = runs.find((one) => one.id === id);
        if (!run || left.aborted) return;
        yield { type: 'run', run: summary(run) };
        if (run.state !== 'running') return;
        yield { type: 'progress', done: 9, total: 40, message: 'Refining the policy' };
        await new Promise<void>((resolve) => {
          waiting.add(resolve);
          left.addEventListener('abort', () => resolve(), { once: true });
        });
      }
    },
    policies: () => [
      {
        id: 'policy-4',
        trainedAt: day(4),
        inForce: !withdrawn,
        promotions: [{ promotedAt: day(4), ...(withdrawn ? { withdrawnAt: day(6) } : {}) }],
        decision: decision(true),
        promotable: true,
        preferences,
      },
      {
        id: 'policy-2',
        trainedAt: day(2),
        inForce: false,
        promotions: [],
        decision: decision(false),
        promotable: false,
        preferences: preferences.slice(0, 1),
      },
    ],
    promote: () => {
      withdrawn = false;
    },
    rollBack: () => {
      withdrawn = true;
    },
  };
}
