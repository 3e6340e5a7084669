import type { Evaluation, MethodRow } from './record.ts';

const interval = (lower: number, upper: number) => ({ lower, upper, level: 0.95 });

/** An invented row for tests: a method that passes every check of the promotion rule. */
export const exampleRow: MethodRow = {
  method: 'amortised',
  attribute: 'gender',
  postings: 90,
  gap: { before: 0.1212345, after: 0.05, nullMean: 0.03 },
  excessGap: {
    before: 0.1,
    after: 0.04,
    relativeChange: -0.6,
    interval: interval(-0.8, -0.3),
    change: { value: -0.06, interval: interval(-0.0812345, -0.03) },
  },
  signedGap: { before: 0.09, after: 0.02, p: 0.001, groups: [] },
  diversityMatchRate: { before: 0.3, after: 0.7, m0: 0.9, reachableShareClosed: 0.66 },
  relevance: { before: 0.7, after: 0.699, interval: interval(-0.01, 0.01) },
  edits: 2,
  mostInserts: 1,
  editsByKind: { curated: 150 },
  factsBroken: 0,
  evaluations: 0,
  p: 0.002,
  fallP: 0.001,
  pHolm: 0.004,
};

/** An invented evaluation with these rows. */
export const exampleEvaluation = (
  methods: MethodRow[],
  agreement: Evaluation['agreement'] = [],
): Evaluation => ({
  postings: 300,
  candidates: 10_000,
  recommender: 'hybrid',
  synthetic: true,
  folds: {
    salt: 's',
    candidates: { optimise: 4000, select: 1000, report: 5000 },
    postings: { training: 200, unseen: 100 },
    statistics: 'all',
  },
  seed: 1,
  methods,
  power: [],
  agreement,
  notMeasured: [],
  diagnostics: [],
});
