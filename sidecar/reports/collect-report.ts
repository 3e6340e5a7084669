import type { SuppressedTable } from '../../shared/fairness/suppression.ts';
import { suppressSmallCounts } from '../../shared/fairness/suppression.ts';
import type { PostingRow, ReportData } from '../../shared/protocol/report.ts';
import { createRandom } from '../../shared/random.ts';
import type { ApplicationTable } from './application-table.ts';
import {
  assessedStage,
  readApplications,
  selectedStage,
  stageTable,
  unknownGroup,
} from './application-table.ts';
import { collectChanges } from './collect-changes.ts';
import { collectFunnel } from './collect-funnel.ts';
import { collectMatchList } from './collect-match-list.ts';
import { collectRequirements } from './collect-requirements.ts';
import { collectSelection } from './collect-selection.ts';
import { collectTrend } from './collect-trend.ts';
import { percent } from './format.ts';
import { headlinesOf } from './headlines.ts';
import type { EarlierReport, PostingSummary, ReportFilter, ReportSource } from './report-source.ts';
import { texts } from './texts.ts';

export interface ReportRequest extends ReportFilter {
  /** Attributes to measure; all that were reported when absent. */
  readonly attributes?: readonly string[];
  /** ISO day printed on the report: the only thing in it that changes from run to run. */
  readonly madeOn: string;
}

/** Group known for less than this share: a warning beside the figures (design, list). */
const leastKnown = 0.6;
/** People by which two reports must differ before their difference hides single persons again. */
const fewestBetweenReports = 10;

/**
 * Gathers one report. Counts are suppressed here, before anything is computed from them, so that no form of the
 * report (HTML, PDF, CSV, JSON) holds more than another.
 * @throws RangeError naming the attributes there are, when one is asked for that nobody reported.
 */
export function collectReport(source: ReportSource, request: ReportRequest): ReportData {
  const { attributes: wanted, madeOn, ...filter } = request;
  const attributes = chooseAttributes(source.attributes(), wanted);
  const table = readApplications(source.applications(filter, attributes), attributes);
  const suppressed =
    table.stages.length < 2 ? [] : attributes.map((_, i) => suppressSmallCounts(stageTable(table, i)));
  const about = source.about();
  const applicants = [...source.applicants(filter, attributes)];
  const random = createRandom(about.seed ?? 0).fork('people of the report');
  const selection = collectSelection(table, suppressed, applicants, random);
  const matchList = collectMatchList(source.matchList(), source.learnedGaps(), attributes);
  const promotions = source.promotions();
  const postings = source.postings(filter).map(postingRow);
  const totals = suppressed[0];
  const at = (stage: string | undefined) =>
    stage === undefined ? null : (totals?.totals[totals.stages.indexOf(stage)] ?? null);
  return {
    format: 'autorefine-report',
    formatVersion: 1,
    madeOn,
    about: {
      synthetic: about.synthetic,
      version: about.version,
      seed: about.seed ?? null,
      candidates: about.candidates,
      postings: postings.length,
      applications: at(assessedStage(table)),
      selected: at(selectedStage(table)),
      since: filter.since ?? null,
      until: filter.until ?? null,
      department: filter.department ?? null,
      attributes: [...attributes],
      dataHashes: about.dataHashes.map((data) => ({ ...data })),
      imports: source.imports().map((one) => ({ ...one })),
    },
    headlines: headlinesOf(matchList, selection),
    matchList,
    selection,
    funnel: collectFunnel(attributes, suppressed),
    trend: collectTrend(table, selection, promotions),
    requirements: collectRequirements(source.requirements(filter), attributes),
    postings,
    changes: collectChanges(source.decisions(filter), source.rewrites(filter), promotions),
    warnings: warningsOf(table, suppressed, source.earlierReports()),
  };
}

function chooseAttributes(known: readonly string[], wanted: readonly string[] | undefined): string[] {
  if (wanted === undefined) return [...known];
  const absent = wanted.filter((name) => !known.includes(name));
  if (absent.length > 0) {
    const names = known.length === 0 ? 'none' : known.map((name) => `"${name}"`).join(', ');
    throw new RangeError(
      `nobody reported ${absent.map((name) => `"${name}"`).join(', ')}; the attributes reported are ${names}`,
    );
  }
  return [...new Set(wanted)];
}

function postingRow(posting: PostingSummary): PostingRow {
  return {
    id: posting.id,
    title: posting.title,
    department: posting.department ?? null,
    publishedOn: posting.publishedOn ?? null,
    score: posting.score,
    findings: Object.fromEntries(Object.entries(posting.findings).sort(([a], [b]) => (a < b ? -1 : 1))),
    legal: posting.legal.map((entry) => ({ ...entry, jurisdictions: [...entry.jurisdictions] })),
  };
}

function warningsOf(
  table: ApplicationTable,
  suppressed: readonly SuppressedTable[],
  earlier: readonly EarlierReport[],
): string[] {
  const warnings: string[] = [];
  if (table.attributes.length === 0) warnings.push(texts.limits.noMeasure);
  const from = assessedStage(table);
  suppressed.forEach((whole, i) => {
    const stage = from === undefined ? -1 : whole.stages.indexOf(from);
    const unknown = whole.rows.find((row) => row.group === unknownGroup)?.reached[stage] ?? 0;
    const all = whole.totals[stage] ?? 0;
    if (all > 0 && unknown / all > 1 - leastKnown) {
      warnings.push(texts.limits.unknownMany(table.attributes[i] ?? '', percent(unknown / all)));
    }
  });
  const people = suppressed[0]?.totals[from === undefined ? -1 : suppressed[0].stages.indexOf(from)] ?? 0;
  const close = earlier.find(
    (report) => report.people !== people && Math.abs(report.people - people) < fewestBetweenReports,
  );
  if (close !== undefined) warnings.push(texts.limits.earlier(close.madeOn));
  return warnings;
}
