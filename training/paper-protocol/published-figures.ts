/**
 * What others published, on data that is not ours: Hacker News postings, 400 drawn with replacement, the gender of a profile
 * drawn at random and written into its text. Printed beside our figures so that nobody takes them for a comparison.
 * Source: arXiv 2501.07324 and the notebooks of its code (impact_ratio_analysis, benchmark_impact_ratio,
 * labelled_most_frequent_changes).
 */
export const publishedFigures = {
  note: 'published, on other data: not comparable with the rows above',
  q: [
    { method: 'AutoRefine (token-level ILQL)', mean: -21.1, sd: 17.2 },
    { method: 'its baselines', mean: '-22.0 to -21.8', sd: 16.8 },
  ],
  impactRatio: [
    { group: 'female', mean: '0.84 to 0.86', sd: 0.26 },
    { group: 'male', mean: '0.74 to 0.78', sd: 0.32 },
  ],
  /** Shares of 702 frequent changes that the authors labelled by hand. */
  changes: { labelled: 702, meaningful: 0.561, entityErrors: 0.229, syntaxErrors: 0.121, brokenLinks: 0.084 },
} as const;
