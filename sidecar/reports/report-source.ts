import type { FactKind } from '../../shared/protocol/edit.ts';
import type { Category } from '../../shared/protocol/finding.ts';
import type { ListVerdict } from '../../shared/protocol/rewrite.ts';
import type { Decision } from '../../shared/protocol/sidecar.ts';

/** What part of the data a report is about. Dates are ISO days, both ends included. */
export interface ReportFilter {
  readonly since?: string;
  readonly until?: string;
  readonly department?: string;
}

/** Stages of the funnel in order; a person counts at every stage up to the furthest reached. */
export const funnelStages = ['seen', 'applied', 'interviewed', 'offered', 'hired'] as const;
export type FunnelStage = (typeof funnelStages)[number];

/** People of one posting, month and combination of groups, who got equally far. */
export interface ApplicationCount {
  readonly postingId: string;
  /** `YYYY-MM` of the first recorded stage. */
  readonly month: string;
  /** One group an attribute, in the order asked for; `null` = unknown, declined or not asked. */
  readonly groups: readonly (string | null)[];
  readonly furthest: FunnelStage;
  readonly people: number;
}

/** People of one combination of groups who applied equally often and got equally far each time. */
export interface ApplicantCount {
  /** As in `ApplicationCount`. */
  readonly groups: readonly (string | null)[];
  /** Furthest stage of each of a person's applications, in any order. */
  readonly furthest: readonly FunnelStage[];
  readonly people: number;
}

export interface PostingSummary {
  readonly id: string;
  readonly title: string;
  readonly department?: string;
  readonly publishedOn?: string;
  /** Score of the text as last checked, 0 to 100. */
  readonly score: number;
  /** Marked findings by category. */
  readonly findings: Partial<Record<Category, number>>;
  /** What a law asks for and the text does not show, or shows and the law forbids. */
  readonly legal: readonly {
    readonly ruleId: string;
    readonly message: string;
    readonly source: string;
    readonly jurisdictions: readonly string[];
  }[];
}

export interface DecisionCount extends Pick<Decision, 'category' | 'source' | 'decision'> {
  readonly count: number;
}

/** Match-list measurement of one attribute, as the sidecar measured and rounded it; no person is in it. */
export interface MatchListMeasurement {
  readonly attribute: string;
  /** Names what was measured, such as `hybrid (BM25 + latent-semantic 256-d)`. */
  readonly recommender: string;
  readonly postings: number;
  /** People of known group in the pools. */
  readonly people: number;
  readonly depth: number;
  /** Share of the pool whose group is known, in [0, 1]. */
  readonly knownShare: number;
  /** Shares in [0, 1]: of the qualified pool, and of the list before and after rewriting. */
  readonly groups: readonly {
    readonly group: string;
    readonly pool: number;
    readonly before: number;
    readonly after: number;
    readonly beforeInterval?: Range;
    readonly afterInterval?: Range;
  }[];
  readonly excessGap: { readonly before: number; readonly after: number; readonly interval?: Range };
  /** Mean raw gap when labels are permuted: the floor no rewrite can pass. */
  readonly nullMean?: number;
  readonly matchRate?: { readonly before: number; readonly after: number; readonly m0: number };
  readonly relevance?: { readonly before: number; readonly after: number };
  /** Holm-adjusted p of the label permutation test; absent when it was not run. */
  readonly p?: number;
  readonly verdict: ListVerdict;
  readonly measuredOn: string;
  /** Hashes and seed that make the figure again. */
  readonly provenance: Readonly<Record<string, string>>;
}

/** What a recommender's list of the past postings is like, as they were written. */
export interface ListGap {
  readonly recommender: string;
  readonly excessGap: number;
  readonly nullMean: number;
  readonly matchRate: number;
  readonly relevance: number;
}

/** What learning from the company's applications and hires does to the gap of the list, for one attribute. */
export interface LearnedGap {
  readonly attribute: string;
  readonly learned: ListGap;
  /** The recommender that it re-ranks. */
  readonly embedded: ListGap;
}

export interface Range {
  readonly lower: number;
  readonly upper: number;
}

export interface PromotionSummary {
  readonly policyId: string;
  readonly on: string;
  readonly withdrawnOn?: string;
  /** Excess gap on people and postings never searched, before and after. */
  readonly excessGap?: { readonly before: number; readonly after: number };
  readonly relevance?: { readonly before: number; readonly after: number };
  readonly p?: number;
  readonly synthetic: boolean;
}

/** What one stated requirement costs: counts of people of the company's own candidates. */
export interface RequirementEffect {
  /** As a reader would say it, such as `at least 10 years of experience`. */
  readonly requirement: string;
  readonly kind: 'years' | 'skill' | 'licence' | 'degree' | 'language' | 'other';
  readonly postings: number;
  /** For each attribute, people by group (and `null` = unknown) who qualify with and without the requirement. */
  readonly attributes: readonly {
    readonly attribute: string;
    readonly groups: readonly {
      readonly group: string | null;
      readonly with: number;
      readonly without: number;
    }[];
  }[];
}

export interface EarlierReport {
  readonly madeOn: string;
  /** `about.applications` of that report, 0 where it was not shown. */
  readonly people: number;
}

export interface ReportAbout {
  /** The database holds the synthetic sample company; the report says so on every page. */
  readonly synthetic: boolean;
  readonly version: string;
  readonly seed?: number;
  readonly candidates: number;
  /** Name and content hash of what was imported. */
  readonly dataHashes: readonly { readonly name: string; readonly hash: string }[];
}

/** Every read a report needs, and nothing more. All of it is counts and texts of postings; no person is named. */
export interface ReportSource {
  about(): ReportAbout;
  /** Names of the attributes people reported. */
  attributes(): string[];
  applications(filter: ReportFilter, attributes: readonly string[]): Iterable<ApplicationCount>;
  /** The same applications by person. */
  applicants(filter: ReportFilter, attributes: readonly string[]): Iterable<ApplicantCount>;
  postings(filter: ReportFilter): PostingSummary[];
  decisions(filter: ReportFilter): DecisionCount[];
  /** Texts that were rewritten, and edits the fact guard refused, by kind of fact. */
  rewrites(filter: ReportFilter): {
    readonly postings: number;
    readonly refused: readonly { readonly fact: FactKind; readonly count: number }[];
  };
  matchList(): MatchListMeasurement[];
  /** Empty where no recommender learned from past choices. */
  learnedGaps(): LearnedGap[];
  promotions(): PromotionSummary[];
  requirements(filter: ReportFilter): RequirementEffect[];
  imports(): readonly {
    readonly kind: string;
    readonly on: string;
    readonly imported: number;
    readonly rejected: number;
  }[];
  /** Reports made before on this data, newest first: differences of two reports may show single people. */
  earlierReports(): EarlierReport[];
}
