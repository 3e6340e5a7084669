import type {
  MatchListSection,
  ReportData,
  SelectionRow,
  SelectionSection,
} from '../../shared/protocol/report.ts';

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

/** Columns by name, each with its value in a row; what is not defined or not shown is an empty cell. */
type Columns<Row> = Readonly<Record<string, (row: Row) => CsvValue | undefined>>;

function csv<Row>(columns: Columns<Row>, rows: readonly Row[]): string {
  const values = Object.values(columns);
  const cells = rows.map((row) => values.map((value) => value(row) ?? null));
  return [Object.keys(columns), ...cells].map((line) => `${line.map(csvCell).join(',')}\r\n`).join('');
}

/** Every row of every section at each of its places, such as the stages of a funnel. */
function atEachPlace<Row, Section extends { readonly rows: readonly Row[] }>(
  sections: readonly (Section & { readonly rows: readonly Row[] })[],
  placesOf: (section: Section) => readonly unknown[],
) {
  return sections.flatMap((section) =>
    section.rows.flatMap((row) => placesOf(section).map((_, place) => ({ section, row, place }))),
  );
}

/** One tidy table: a header line, then one observation a line. */
export function renderCsv(data: ReportData, table: CsvTable): string {
  return renderers[table](data);
}

const renderers: Readonly<Record<CsvTable, (data: ReportData) => string>> = {
  selection: (data) => csv(selectionColumns(data.about.synthetic), data.selection.flatMap(selectionLines)),
  funnel: ({ funnel }) =>
    csv(
      {
        attribute: ({ section }) => section.attribute,
        group: ({ row }) => row.group,
        stage: ({ section, place }) => section.stages[place],
        people: ({ row, place }) => row.reached[place],
      },
      atEachPlace(funnel, ({ stages }) => stages),
    ),
  'match-list': ({ matchList }) =>
    csv(
      matchListColumns,
      matchList.flatMap((section) => section.groups.map((group) => ({ section, group }))),
    ),
  trend: ({ trend }) =>
    csv(
      {
        attribute: ({ section }) => section.attribute,
        group: ({ row }) => row.group,
        period: ({ section, place }) => section.periods[place],
        selection_rate: ({ row, place }) => row.rates[place],
      },
      atEachPlace(trend, ({ periods }) => periods),
    ),
  requirements: ({ requirements }) =>
    csv(
      {
        requirement: ({ row }) => row.requirement,
        kind: ({ row }) => row.kind,
        postings: ({ row }) => row.postings,
        qualify_with: ({ row }) => row.with,
        qualify_without: ({ row }) => row.without,
        more: ({ row }) => row.more,
        attribute: ({ share }) => share?.attribute,
        group: ({ share }) => share?.group,
        share_with: ({ share }) => share?.with,
        share_without: ({ share }) => share?.without,
      },
      requirements.flatMap((row) =>
        (row.shares.length === 0 ? [undefined] : row.shares).map((share) => ({ row, share })),
      ),
    ),
  postings: ({ postings }) =>
    csv(
      {
        posting_id: (posting) => posting.id,
        title: (posting) => posting.title,
        department: (posting) => posting.department,
        published_on: (posting) => posting.publishedOn,
        score: (posting) => posting.score,
        findings: (posting) => Object.values(posting.findings).reduce((sum, n) => sum + n, 0),
        open_points_of_law: (posting) => posting.legal.map((entry) => entry.ruleId).join(' '),
      },
      postings,
    ),
  edits: ({ changes }) =>
    csv(
      {
        category: (row) => row.category,
        source: (row) => row.source,
        accepted: (row) => row.accepted,
        rejected: (row) => row.rejected,
        ignored: (row) => row.ignored,
        wrong: (row) => row.wrong,
      },
      changes.edits,
    ),
  policies: ({ changes }) =>
    csv(
      {
        policy_id: (row) => row.policyId,
        promoted_on: (row) => row.on,
        withdrawn_on: (row) => row.withdrawnOn,
        excess_gap_before: (row) => row.excessGap?.before,
        excess_gap_after: (row) => row.excessGap?.after,
        relevance_before: (row) => row.relevance?.before,
        relevance_after: (row) => row.relevance?.after,
        p: (row) => row.p,
        synthetic: (row) => row.synthetic,
      },
      changes.policies,
    ),
};

/** A line of the selection table; without `row` it counts the people whose group is not known. */
interface SelectionLine {
  readonly section: SelectionSection;
  readonly row?: SelectionRow;
}

function selectionLines(section: SelectionSection): SelectionLine[] {
  const rows = section.rows.map((row) => ({ section, row }));
  return section.crossing ? rows : [...rows, { section }];
}

const selectionColumns = (synthetic: boolean): Columns<SelectionLine> => ({
  attribute: ({ section }) => section.attribute,
  category: ({ row }) => row?.group ?? 'unknown',
  people: ({ section, row }) => (row ? row.n : section.unknown),
  selected: ({ row }) => row?.selected,
  selection_rate: ({ row }) => row?.selectionRate,
  rate_lower: ({ row }) => row?.wilson?.lower,
  rate_upper: ({ row }) => row?.wilson?.upper,
  impact_ratio: ({ row }) => row?.impactRatio,
  ratio_lower: ({ row }) => row?.koopman?.lower,
  ratio_upper: ({ row }) => row?.koopman?.upper,
  under_2_percent: ({ row }) => row?.smallCategory,
  odds_ratio: ({ row }) => row?.oddsRatio,
  odds_lower: ({ row }) => row?.oddsRatioInterval?.lower,
  odds_upper: ({ row }) => row?.oddsRatioInterval?.upper,
  p: ({ row }) => row?.p,
  p_holm: ({ row }) => row?.holmP,
  by_person_lower: ({ row }) => row?.byPerson?.interval?.lower,
  by_person_upper: ({ row }) => row?.byPerson?.interval?.upper,
  by_person_p: ({ row }) => row?.byPerson?.p,
  shortfall: ({ row }) => row?.shortfall,
  verdict: ({ row }) => row?.verdict,
  from_stage: ({ section }) => section.from,
  to_stage: ({ section }) => section.to,
  synthetic: () => synthetic,
});

const matchListColumns: Columns<{
  readonly section: MatchListSection;
  readonly group: MatchListSection['groups'][number];
}> = {
  attribute: ({ section }) => section.attribute,
  group: ({ group }) => group.group,
  pool_share: ({ group }) => group.pool,
  share_before: ({ group }) => group.before,
  before_lower: ({ group }) => group.beforeInterval?.lower,
  before_upper: ({ group }) => group.beforeInterval?.upper,
  share_after: ({ group }) => group.after,
  after_lower: ({ group }) => group.afterInterval?.lower,
  after_upper: ({ group }) => group.afterInterval?.upper,
  excess_gap_before: ({ section }) => section.excessGap.before,
  excess_gap_after: ({ section }) => section.excessGap.after,
  total_variation_before: ({ section }) => section.distance.before.totalVariation,
  total_variation_after: ({ section }) => section.distance.after.totalVariation,
  jensen_shannon_before: ({ section }) => section.distance.before.jensenShannon,
  jensen_shannon_after: ({ section }) => section.distance.after.jensenShannon,
  wasserstein_before: ({ section }) => section.distance.before.wasserstein,
  wasserstein_after: ({ section }) => section.distance.after.wasserstein,
  p_holm: ({ section }) => section.p,
  verdict: ({ section }) => section.verdict,
  recommender: ({ section }) => section.recommender,
  postings: ({ section }) => section.postings,
  people: ({ section }) => section.people,
  depth: ({ section }) => section.depth,
};
