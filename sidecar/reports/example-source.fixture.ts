import { createRandom } from '../../shared/random.ts';
import type { ApplicationCount, ReportSource } from './report-source.ts';
import { funnelStages } from './report-source.ts';

/** What a test may set of the invented company; everything else is drawn from the seed. */
export interface ExampleOptions {
  readonly seed?: number;
  readonly applicants?: number;
  readonly synthetic?: boolean;
  /** Chance of a woman being hired relative to a man. */
  readonly hireRatio?: number;
}

const months = Array.from({ length: 12 }, (_, i) => `2025-${String(i + 1).padStart(2, '0')}`);
const departments = ['Engineering', 'Operations', 'Sales'] as const;

/** An invented company, for tests of the report: every person and posting is drawn from a seed. */
export function exampleSource(options: ExampleOptions = {}): ReportSource {
  const { seed = 1, applicants = 2400, synthetic = true, hireRatio = 0.6 } = options;
  const people = drawApplicants(seed, applicants, hireRatio);
  return {
    about: () => ({
      synthetic,
      version: '0.1.0',
      seed,
      candidates: 5200,
      dataHashes: [
        { name: 'candidates.csv', hash: 'b1946ac92492d2347c6235b4d2611184' },
        { name: 'outcomes.csv', hash: '591785b794601e212b260e25925636fd' },
      ],
    }),
    attributes: () => ['sex', 'ethnicity'],
    applications: ({ department, since, until }, attributes) =>
      people
        .filter((row) => department === undefined || departmentOf(row.postingId) === department)
        .filter((row) => since === undefined || row.month >= since.slice(0, 7))
        .filter((row) => until === undefined || row.month <= until.slice(0, 7))
        .map((row) => ({
          ...row,
          groups: attributes.map((name) => row.groups[name === 'sex' ? 0 : 1] ?? null),
        })),
    applicants: () => [],
    postings: () =>
      Array.from({ length: 24 }, (_, i) => ({
        id: `posting-${i}`,
        title: ['Payroll clerk', 'Software developer', 'Account manager', 'Warehouse lead'][i % 4] ?? 'Clerk',
        department: departmentOf(`posting-${i}`),
        publishedOn: `2025-${String((i % 12) + 1).padStart(2, '0')}-03`,
        score: 58 + ((i * 7) % 40),
        findings: i % 3 === 0 ? { masculine: 2, requirements: 1 } : i % 3 === 1 ? { age: 1 } : {},
        legal:
          i % 5 === 0
            ? [
                {
                  ruleId: 'pay-range-us-co',
                  message: 'A pay range may have to stand in the posting; none was found.',
                  source: 'Colorado C.R.S. 8-5-201',
                  jurisdictions: ['US-CO'],
                },
              ]
            : [],
      })),
    decisions: () => [
      { category: 'masculine', source: 'curated', decision: 'accepted', count: 41 },
      { category: 'masculine', source: 'curated', decision: 'rejected', count: 9 },
      { category: 'masculine', source: 'model', decision: 'accepted', count: 6 },
      { category: 'age', source: 'delete', decision: 'accepted', count: 12 },
      { category: 'age', source: 'curated', decision: 'wrong', count: 2 },
      { category: 'requirements', source: 'curated', decision: 'ignored', count: 17 },
    ],
    rewrites: () => ({
      postings: 19,
      refused: [
        { fact: 'number', count: 4 },
        { fact: 'modal', count: 3 },
      ],
    }),
    matchList: () => [
      {
        attribute: 'sex',
        recommender: 'hybrid (BM25 + latent-semantic 256-d)',
        postings: 24,
        people: 2310,
        depth: 100,
        knownShare: 0.91,
        groups: [
          {
            group: 'man',
            pool: 0.55,
            before: 0.63,
            after: 0.57,
            beforeInterval: { lower: 0.59, upper: 0.67 },
            afterInterval: { lower: 0.53, upper: 0.61 },
          },
          {
            group: 'woman',
            pool: 0.45,
            before: 0.37,
            after: 0.43,
            beforeInterval: { lower: 0.33, upper: 0.41 },
            afterInterval: { lower: 0.39, upper: 0.47 },
          },
        ],
        excessGap: { before: 0.071, after: 0.018, interval: { lower: -0.081, upper: -0.024 } },
        nullMean: 0.036,
        matchRate: { before: 0.29, after: 0.71, m0: 0.86 },
        relevance: { before: 0.74, after: 0.74 },
        p: 0.004,
        verdict: 'closer',
        measuredOn: '2025-12-20',
        provenance: { pool: '9c1185a5c5e9fc54612808977ee8f548', seed: '1' },
      },
      {
        attribute: 'ethnicity',
        recommender: 'hybrid (BM25 + latent-semantic 256-d)',
        postings: 24,
        people: 1510,
        depth: 100,
        knownShare: 0.58,
        groups: [
          { group: 'group A', pool: 0.6, before: 0.62, after: 0.61 },
          { group: 'group B', pool: 0.3, before: 0.29, after: 0.29 },
          { group: 'group C', pool: 0.1, before: 0.09, after: 0.1 },
        ],
        excessGap: { before: 0.012, after: 0.01 },
        verdict: 'not-enough-data',
        measuredOn: '2025-12-20',
        provenance: { pool: '9c1185a5c5e9fc54612808977ee8f548', seed: '1' },
      },
    ],
    learnedGaps: () => [
      {
        attribute: 'sex',
        learned: {
          recommender: 'interactions over hybrid (BM25 + latent-semantic 256-d)',
          excessGap: 0.094,
          nullMean: 0.036,
          matchRate: 0.21,
          relevance: 0.71,
        },
        embedded: {
          recommender: 'hybrid (BM25 + latent-semantic 256-d)',
          excessGap: 0.071,
          nullMean: 0.036,
          matchRate: 0.29,
          relevance: 0.74,
        },
      },
    ],
    promotions: () => [
      {
        policyId: 'span-2025-06',
        on: '2025-06-18',
        excessGap: { before: 0.071, after: 0.018 },
        relevance: { before: 0.74, after: 0.74 },
        p: 0.004,
        synthetic,
      },
    ],
    requirements: () => [
      requirement('at least 8 years of experience', 'years', 9, [
        ['man', 212, 341],
        ['woman', 108, 262],
        [null, 24, 51],
      ]),
      requirement('a university degree', 'degree', 14, [
        ['man', 300, 352],
        ['woman', 241, 290],
        [null, 31, 44],
      ]),
      requirement('native-level German', 'language', 3, [
        ['man', 120, 123],
        ['woman', 95, 96],
        [null, 8, 8],
      ]),
    ],
    imports: () => [
      { kind: 'candidates', on: '2025-01-08', imported: 5200, rejected: 3 },
      { kind: 'outcomes', on: '2025-12-19', imported: 9100, rejected: 0 },
    ],
    earlierReports: () => [],
  };
}

function requirement(
  text: string,
  kind: 'years' | 'degree' | 'language',
  postings: number,
  groups: readonly (readonly [string | null, number, number])[],
) {
  return {
    requirement: text,
    kind,
    postings,
    attributes: [
      {
        attribute: 'sex',
        groups: groups.map(([group, now, wider]) => ({ group, with: now, without: wider })),
      },
    ],
  };
}

function departmentOf(postingId: string): string {
  return departments[Number(postingId.slice('posting-'.length)) % departments.length] ?? departments[0];
}

function drawApplicants(seed: number, applicants: number, hireRatio: number): ApplicationCount[] {
  const random = createRandom(seed);
  const pick = (items: readonly (readonly [string | null, number])[]) => {
    let rest = random.next();
    for (const [item, share] of items) {
      rest -= share;
      if (rest < 0) return item;
    }
    return null;
  };
  return Array.from({ length: applicants }, () => {
    const sex = pick([
      ['man', 0.5],
      ['woman', 0.4],
      ['non-binary', 0.012],
      [null, 1],
    ]);
    const ethnicity = pick([
      ['group A', 0.5],
      ['group B', 0.25],
      ['group C', 0.08],
      [null, 1],
    ]);
    const chance = sex === 'woman' ? hireRatio ** (1 / 3) : 1;
    let stage = random.next() < 0.15 ? 0 : 1;
    if (stage === 1 && random.next() < 0.45 * chance) stage = 2;
    if (stage === 2 && random.next() < 0.5 * chance) stage = 3;
    if (stage === 3 && random.next() < 0.8 * chance) stage = 4;
    return {
      postingId: `posting-${random.integer(24)}`,
      month: months[random.integer(months.length)] ?? '2025-01',
      groups: [sex, ethnicity],
      furthest: funnelStages[stage] ?? 'applied',
      people: 1,
    };
  });
}
