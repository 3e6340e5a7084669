/** How a wording stands in a sentence, which decides where it may be exchanged. */
export type EquivalentUse = 'verb' | 'noun' | 'adjective' | 'phrase';

/**
 * Wordings that say the same in a job posting and may be exchanged in either direction. A group claims nothing about who reads
 * what: which member brings a list closer is learned from a company's own postings, and without that nothing is exchanged.
 */
export interface EquivalentGroup {
  /** Stable: what is learned is kept under it. */
  readonly id: string;
  readonly use: EquivalentUse;
  /** In American spelling; `word~` takes the form (-s, -ed, -ing) of the member that stood there. */
  readonly members: readonly [string, string, ...string[]];
  /** What must follow for the members to say the same; tested from the end of the wording on. */
  readonly followedBy?: RegExp;
  readonly notFollowedBy?: RegExp;
  /** What must stand before, or must not; tested up to the beginning of the wording. */
  readonly precededBy?: RegExp;
  readonly notPrecededBy?: RegExp;
}

/** Sentences, by group, in which a wording of the group is exchanged, and in which it is left alone. */
export type EquivalentExamples = Readonly<
  Record<string, { readonly exchanged: readonly [string, string]; readonly kept: readonly [string, string] }>
>;

/** Words that end the object of a verb before its noun was reached. */
const endsObject =
  'to|of|in|on|for|with|from|by|at|that|which|who|is|are|was|were|be|will|when|as|if|while|so|than|into|not';

/** Followed by an object of at most five words that ends with one of the nouns. */
export function object(nouns: string, then = ''): RegExp {
  return new RegExp(
    `^\\s(?:(?!(?:${endsObject})\\b)[\\p{L}\\d'’/-]+,?\\s){0,4}(?:${nouns})(?![\\p{L}\\d'’-])${then}`,
    'iu',
  );
}

/** Followed directly by one of the wordings. */
export function next(wordings: string): RegExp {
  return new RegExp(`^\\s(?:${wordings})(?![\\p{L}\\d])`, 'iu');
}

/** Directly after one of the wordings. */
export function after(wordings: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\d-])(?:${wordings})\\s$`, 'iu');
}

/** People whom work is done for. */
export const served =
  'customers?|clients?|patients?|students?|residents?|guests?|visitors?|members?|users?|families|shoppers|callers|learners';

/** People whom work is done with. */
export const fellows =
  'teams?|team members?|colleagues?|co-?workers?|staff|employees|managers?|leaders?|leadership|management|departments?|partners?|stakeholders?|vendors?|suppliers?|engineers?|developers?|designers?|scientists?|analysts?|architects?|groups?|others|professionals|agencies|units';
