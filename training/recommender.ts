/**
 * What the environment needs of a recommender. The sidecar implements it; tests use exact small ones.
 * A recommender reads candidate and posting text only: it has no way to reach a protected attribute.
 */
export interface Recommender {
  /** Names what was measured, such as `hybrid (BM25 + latent-semantic 256-d)`; printed beside every figure. */
  readonly name: string;
  /** Number of candidates in the pool; every score array has this length, in pool order. */
  readonly size: number;
  /**
   * Scores of the whole pool for each text, higher is better, aligned with the pool's order.
   * Batch-first: the variants of one posting share what they have in common.
   */
  score(texts: readonly string[], signal?: AbortSignal): Promise<Float32Array[]>;
}

/** What a posting asks for, as read from its ORIGINAL text. Fixed before any rewriting. */
export interface Requirements {
  /** Occupation code of the taxonomy, absent when none was recognised. */
  readonly occupation?: string;
  /** Skill identifiers of the taxonomy. */
  readonly skills: readonly string[];
  readonly optionalSkills: readonly string[];
  readonly licences: readonly string[];
  readonly years?: number;
}

/** What is known of a candidate's qualification, read from the candidate's text and record; no attribute is here. */
export interface Qualification {
  readonly occupations: ReadonlySet<string>;
  readonly skills: ReadonlySet<string>;
  readonly licences: ReadonlySet<string>;
  readonly years?: number;
}

/** A candidate pool: aligned arrays, index = position in every score array. */
export interface CandidatePool {
  readonly ids: readonly string[];
  /** Person cluster of each candidate (external id, near-duplicate text); folds are drawn by cluster. */
  readonly clusters: readonly string[];
  readonly qualifications: readonly Qualification[];
}

/**
 * Self-reported groups of the pool for one attribute, aligned with it. -1 is unknown, -2 declined: counted, never imputed.
 * Handed to the environment apart from the pool so that no ranking code can see it.
 */
export interface AttributeColumn {
  readonly name: string;
  readonly groups: readonly string[];
  readonly codes: Int16Array;
}

/** Reads what a text explicitly requires; implemented on the taxonomy. */
export type RequirementReader = (postingText: string) => Requirements;
