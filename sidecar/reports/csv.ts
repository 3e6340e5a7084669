import type { ReportData } from '../../shared/protocol/report.ts';

export type CsvValue = string | number | boolean | null;

/** Tables of the report, one topic each. `selection` is the one in the shape of New York City Local Law 144. */
export const csvTables = [
  'selection',
  'funnel',
  'match-list',
  'trend',
  'requirements',
  'postings',
  'edits',
  'policies',
] as const;
export type CsvTable = (typeof csvTables)[number];

/**
 * A cell as RFC 4180 wants it. Text that a spreadsheet would run as a formula gets an apostrophe in front
 * (OWASP, CSV injection); numbers are left as numbers.
 */
export function csvCell(value: CsvValue): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function csv(header: readonly string[], rows: readonly (readonly CsvValue[])[]): string {
  return [header, ...rows].map((row) => `${row.map(csvCell).join(',')}\r\n`).join('');
}

/** One tidy table: a header line, one observation a line, an empty cell for what is not defined or not shown. */
export function renderCsv(data: ReportData, table: CsvTable): string {
  switch (table) {
    case 'selection':
      return selectionCsv(data);
    case 'funnel':
      return csv(
        ['attribute', 'group', 'stage', 'people'],
        data.funnel.flatMap(({ attribute, stages, rows }) =>
          rows.flatMap(({ group, reached }) =>
            stages.map((stage, s) => [attribute, group, stage, reached[s] ?? null]),
          ),
        ),
      );
    case 'match-list':
      return matchListCsv(data);
    case 'trend':
      return csv(
        ['attribute', 'group', 'period', 'selection_rate'],
        data.trend.flatMap(({ attribute, periods, rows }) =>
          rows.flatMap(({ group, rates }) =>
            periods.map((period, p) => [attribute, group, period, rates[p] ?? null]),
          ),
        ),
      );
    case 'requirements':
      return requirementsCsv(data);
    case 'postings':
      return csv(
        ['posting_id', 'title', 'department', 'published_on', 'score', 'findings', 'open_points_of_law'],
        data.postings.map((posting) => [
          posting.id,
          posting.title,
          posting.department,
          posting.publishedOn,
          posting.score,
          Object.values(posting.findings).reduce((sum, n) => sum + n, 0),
          posting.legal.map((entry) => entry.ruleId).join(' '),
        ]),
      );
    case 'edits':
      return csv(
        ['category', 'source', 'accepted', 'rejected', 'ignored', 'wrong'],
        data.changes.edits.map((row) => [
          row.category,
          row.source,
          row.accepted,
          row.rejected,
          row.ignored,
          row.wrong,
        ]),
      );
    case 'policies':
      return csv(
        [
          'policy_id',
          'promoted_on',
          'withdrawn_on',
          'excess_gap_before',
          'excess_gap_after',
          'relevance_before',
          'relevance_after',
          'p',
          'synthetic',
        ],
        data.changes.policies.map((row) => [
          row.policyId,
          row.on,
          row.withdrawnOn,
          row.excessGap?.before ?? null,
          row.excessGap?.after ?? null,
          row.relevance?.before ?? null,
          row.relevance?.after ?? null,
          row.p,
          row.synthetic,
        ]),
      );
  }
}

function selectionCsv({ selection, about }: ReportData): string {
  const header = [
    'attribute',
    'category',
    'people',
    'selected',
    'selection_rate',
    'rate_lower',
    'rate_upper',
    'impact_ratio',
    'ratio_lower',
    'ratio_upper',
    'under_2_percent',
    'odds_ratio',
    'odds_lower',
    'odds_upper',
    'p',
    'p_holm',
    'by_person_lower',
    'by_person_upper',
    'by_person_p',
    'shortfall',
    'verdict',
    'from_stage',
    'to_stage',
    'synthetic',
  ];
  return csv(
    header,
    selection.flatMap((section) => [
      ...section.rows.map((row): CsvValue[] => [
        section.attribute,
        row.group,
        row.n,
        row.selected,
        row.selectionRate,
        row.wilson?.lower ?? null,
        row.wilson?.upper ?? null,
        row.impactRatio,
        row.koopman?.lower ?? null,
        row.koopman?.upper ?? null,
        row.smallCategory,
        row.oddsRatio,
        row.oddsRatioInterval?.lower ?? null,
        row.oddsRatioInterval?.upper ?? null,
        row.p,
        row.holmP,
        row.byPerson?.interval?.lower ?? null,
        row.byPerson?.interval?.upper ?? null,
        row.byPerson?.p ?? null,
        row.shortfall,
        row.verdict,
        section.from,
        section.to,
        about.synthetic,
      ]),
      ...(section.crossing
        ? []
        : [
            [
              section.attribute,
              'unknown',
              section.unknown,
              ...Array<null>(18).fill(null),
              section.from,
              section.to,
              about.synthetic,
            ],
          ]),
    ]),
  );
}

function matchListCsv({ matchList }: ReportData): string {
  return csv(
    [
      'attribute',
      'group',
      'pool_share',
      'share_before',
      'before_lower',
      'before_upper',
      'share_after',
      'after_lower',
      'after_upper',
      'excess_gap_before',
      'excess_gap_after',
      'total_variation_before',
      'total_variation_after',
      'jensen_shannon_before',
      'jensen_shannon_after',
      'wasserstein_before',
      'wasserstein_after',
      'p_holm',
      'verdict',
      'recommender',
      'postings',
      'people',
      'depth',
    ],
    matchList.flatMap((section) =>
      section.groups.map((group) => [
        section.attribute,
        group.group,
        group.pool,
        group.before,
        group.beforeInterval?.lower ?? null,
        group.beforeInterval?.upper ?? null,
        group.after,
        group.afterInterval?.lower ?? null,
        group.afterInterval?.upper ?? null,
        section.excessGap.before,
        section.excessGap.after,
        section.distance.before.totalVariation,
        section.distance.after.totalVariation,
        section.distance.before.jensenShannon,
        section.distance.after.jensenShannon,
        section.distance.before.wasserstein,
        section.distance.after.wasserstein,
        section.p,
        section.verdict,
        section.recommender,
        section.postings,
        section.people,
        section.depth,
      ]),
    ),
  );
}

function requirementsCsv({ requirements }: ReportData): string {
  return csv(
    [
      'requirement',
      'kind',
      'postings',
      'qualify_with',
      'qualify_without',
      'more',
      'attribute',
      'group',
      'share_with',
      'share_without',
    ],
    requirements.flatMap((row) => {
      const start: CsvValue[] = [row.requirement, row.kind, row.postings, row.with, row.without, row.more];
      if (row.shares.length === 0) return [[...start, null, null, null, null]];
      return row.shares.map((share) => [...start, share.attribute, share.group, share.with, share.without]);
    }),
  );
}
