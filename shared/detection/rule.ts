import type { Category, Evidence, LabelCategory, Polarity, Severity } from '../protocol/finding.ts';

/** One kind of wording, as data. Its sentences are its tests; they are our own, never from a data set. */
export interface Rule {
  /** `category/name`, stable: ignore lists and decisions refer to it. */
  readonly id: string;
  readonly category: Category;
  /** In the notation of `pattern.ts`. */
  readonly patterns: readonly string[];
  /** Names of guards beside the ones that every rule has (`defaultGuards`). */
  readonly guards?: readonly string[];
  /** Names of default guards that do not hold for this rule. */
  readonly unguarded?: readonly string[];
  /** `excludes` where absent. */
  readonly polarity?: Polarity;
  readonly severity: Severity;
  readonly evidence: Evidence;
  /** One or two plain, tentative sentences to the recruiter. */
  readonly message: string;
  /**
   * Replacements in dictionary form, best first; `word~` takes the form of the matched word, `""` deletes. `pronoun` is
   * worked out from the pronoun and its verb. A record gives each phrase its own, keyed as
   * `suggestionsForPhrase` reads it; a match without a key has none.
   */
  readonly suggestions?: readonly string[] | 'pronoun' | Readonly<Record<string, readonly string[]>>;
  readonly requirementQuestion?: boolean;
  readonly jurisdictions?: readonly string[];
  /**
   * The label that one hit gives the document, the rule's own category where absent. Weak cues, which people label only by context,
   * say false; the labelled data counts religion as `general`.
   */
  readonly labels?: LabelCategory | false;
  readonly flags: readonly [string, string, ...string[]];
  readonly passes: readonly [string, string, ...string[]];
}

/** Context in which a match does not mean what its rule takes it for. */
export interface Guard {
  readonly name: string;
  /**
   * Where the guard's own pattern must stand: anywhere in the sentence or the document, within some words before or after the
   * match, or over it.
   */
  readonly scope: 'sentence' | 'document' | 'before' | 'after' | 'over';
  /** Words between the guard and the match at most, for `before` and `after`. */
  readonly within?: number;
  /** How the match must be written for the guard to hold: in quotation marks, or with a capital as a name is. */
  readonly written?: 'quoted' | 'capitalised';
  readonly patterns: readonly string[];
}
