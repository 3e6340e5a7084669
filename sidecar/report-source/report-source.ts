import { createDetector } from '../../shared/detection/detector.ts';
import type { Outcome } from '../../shared/protocol/candidate.ts';
import type { FactKind } from '../../shared/protocol/edit.ts';
import { type Category, isMarked } from '../../shared/protocol/finding.ts';
import { createRequirementReader } from '../qualification/requirements.ts';
import { loadTaxonomy } from '../qualification/taxonomy/taxonomy.ts';
import type {
  DecisionCount,
  EarlierReport,
  LearnedGap,
  MatchListMeasurement,
  PostingSummary,
  ReportFilter,
  ReportSource,
} from '../reports/report-source.ts';
import type { AttributeStore } from '../storage/attributes.ts';
import { policyKind } from '../storage/policy-kinds.ts';
import { wholeText } from '../storage/postings.ts';
import type { Store } from '../storage/store.ts';
import { countApplicants, countApplications } from './application-counts.ts';
import { summarisePromotion } from './promotion-summary.ts';
import { countRequirementEffects } from './requirement-effects.ts';

export interface StoreReportOptions {
  readonly store: Store;
  readonly attributes: AttributeStore;
  readonly version: string;
  readonly seed: number;
  /** Measurements of the match list, as the sidecar made them. */
  readonly matchList: readonly MatchListMeasurement[];
  readonly learnedGaps: readonly LearnedGap[];
  /** Newest first. */
  readonly earlierReports: readonly EarlierReport[];
}

/** Reads a report's counts from the databases. No person leaves this function. */
export function createReportSource(options: StoreReportOptions): ReportSource {
  const { store, attributes, version, seed } = options;
  const { sample, measuring } = store.settings.read();
  const postings = store.postings.all();
  const wanted = (filter: ReportFilter) =>
    new Set(
      postings
        .filter(({ department }) => filter.department === undefined || department === filter.department)
        .map(({ externalId }) => externalId),
    );
  // A report asks twice under one filter, and reading them all is most of its time.
  const read = new WeakMap<ReportFilter, readonly Outcome[]>();
  const outcomesOf = (filter: ReportFilter) => {
    const known = read.get(filter);
    if (known !== undefined) return known;
    const ids = wanted(filter);
    const outcomes = store.outcomes
      .all()
      .filter(({ postingId, on }) => ids.has(postingId) && isWithin(on, filter));
    read.set(filter, outcomes);
    return outcomes;
  };
  const columnsOf = (names: readonly string[]) => (people: readonly string[]) =>
    names.map((name) => attributes.column(name, people));

  return {
    about: () => ({
      synthetic: sample,
      version,
      seed,
      candidates: store.candidates.count(),
      dataHashes: store.imports.finished().map(({ kind, sourceHash }) => ({ name: kind, hash: sourceHash })),
    }),
    // Self-reports are read only where the company has chosen to measure.
    attributes: () => (measuring ? attributes.attributes() : []),
    applications: (filter, names) => countApplications(outcomesOf(filter), columnsOf(names)),
    applicants: (filter, names) => countApplicants(outcomesOf(filter), columnsOf(names)),
    postings(filter) {
      const ids = wanted(filter);
      const detector = createDetector({ packs: store.rulePacks.all() });
      return postings
        .filter(({ externalId, publishedOn }) => ids.has(externalId) && isWithin(publishedOn, filter))
        .map((posting) => summarise(posting, detector));
    },
    decisions: (filter) => countDecisions(store, filter),
    rewrites: (filter) => countRewrites(store, filter),
    matchList: () => [...options.matchList],
    learnedGaps: () => [...options.learnedGaps],
    promotions: () => store.policies.promotions(policyKind).map(summarisePromotion),
    requirements(filter) {
      const readRequirements = createRequirementReader(loadTaxonomy());
      const ids = wanted(filter);
      const candidates = [...store.candidates.qualifications()];
      const people = candidates.map(({ externalId }) => externalId);
      const names = measuring ? attributes.attributes() : [];
      return countRequirementEffects(
        postings
          .filter(({ externalId, publishedOn }) => ids.has(externalId) && isWithin(publishedOn, filter))
          .map((posting) => readRequirements(wholeText(posting))),
        candidates.map(({ qualification }) => qualification),
        names.map((name) => attributes.column(name, people)),
      );
    },
    imports: () =>
      store.imports.finished().map(({ kind, summary, finishedAt }) => ({
        kind,
        on: finishedAt.slice(0, 10),
        imported: summary.imported,
        rejected: summary.rejected.length,
      })),
    earlierReports: () => [...options.earlierReports],
  };
}

/** A record without a date is part of every period. */
function isWithin(date: string | undefined, { since, until }: ReportFilter): boolean {
  const day = date?.slice(0, 10);
  return (
    day === undefined || ((since === undefined || day >= since) && (until === undefined || day <= until))
  );
}

function summarise(
  { externalId, title, text, department, publishedOn }: ReturnType<Store['postings']['all']>[number],
  detector: ReturnType<typeof createDetector>,
): PostingSummary {
  const { score, findings } = detector.checkPosting({ id: externalId, title, sections: [{ text }] });
  const marked: Partial<Record<Category, number>> = {};
  for (const { category } of findings.filter(isMarked)) marked[category] = (marked[category] ?? 0) + 1;
  return {
    id: externalId,
    title,
    ...(department === undefined ? {} : { department }),
    ...(publishedOn === undefined ? {} : { publishedOn }),
    score: score.value,
    findings: marked,
    legal: findings
      .filter(({ category }) => category === 'legal')
      .map(({ ruleId, message, evidence, jurisdictions = [] }) => ({
        ruleId,
        message,
        source: evidence.source,
        jurisdictions,
      })),
  };
}

function countDecisions(store: Store, filter: ReportFilter): DecisionCount[] {
  const counts = new Map<string, DecisionCount>();
  for (const { category, source, decision, decidedAt } of store.decisions.all()) {
    if (!isWithin(decidedAt, filter)) continue;
    const key = [category, source, decision].join();
    counts.set(key, {
      category: category as DecisionCount['category'],
      source,
      decision,
      count: (counts.get(key)?.count ?? 0) + 1,
    });
  }
  return [...counts.values()];
}

function countRewrites(store: Store, filter: ReportFilter) {
  const rewrites = store.rewrites.all().filter(({ madeAt }) => isWithin(madeAt, filter));
  const counts = new Map<FactKind, number>();
  for (const { factKind } of rewrites.flatMap(({ refused }) => refused)) {
    counts.set(factKind, (counts.get(factKind) ?? 0) + 1);
  }
  return {
    postings: new Set(rewrites.map(({ textHash }) => textHash)).size,
    refused: [...counts].map(([fact, count]) => ({ fact, count })),
  };
}
