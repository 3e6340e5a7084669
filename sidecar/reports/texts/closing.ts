/** What the figures cannot say. */
export const limitsTexts = {
  points: [
    'Groups are what people said of themselves. Those who did not say are counted as unknown and never guessed.',
    'A difference in rates is not proof of unfairness, and equal rates are not proof of fairness. Figures show where to look.',
    'The four-fifths rule of 29 CFR 1607.4(D) is a screen for employment selection in the United States. Smaller ratios may be chance in small numbers, larger ones may matter in large numbers; that is why an interval and a test stand beside it.',
    'The tests take applications as independent, so somebody who applies many times counts many times in them. Where people did, section 2 gives the ratio by person beside them.',
    'Evidence on wording is mixed. Laboratory work (Gaucher, Friesen and Kay 2011) finds that coded wording changes who feels addressed; field work (Castilla and Rho, Management Science) finds little effect on who applies. A change in a match list is not a change in who applies.',
    'Counts under 5 are hidden together with what would reveal them. Two reports on nearly the same people can still reveal single persons by their difference: keep successive reports apart.',
  ],
  earlier: (madeOn: string) =>
    `An earlier report (${madeOn}) covers nearly the same people. Whoever holds both may see single persons in their difference: do not pass both on.`,
  noMeasure: 'No attribute was reported, so nothing about groups can be measured.',
  unknownMany: (attribute: string, share: string) =>
    `For ${share} of the applications the ${attribute} is not known. If those who did not say differ from those who did, the figures by ${attribute} may mislead.`,
} as const;

/** Every figure explained, with its source. */
export const methodsTexts = {
  points: [
    [
      'Selection rate',
      'selected people divided by all who were assessed, not by a shortlist (29 CFR 1607.4; 6 RCNY 5-300).',
    ],
    [
      'Impact ratio',
      'selection rate of a group divided by the highest selection rate. Interval: Koopman score (1984); the Katz log interval is in the JSON form.',
    ],
    [
      'p (Holm)',
      'probability of a gap at least as large if both groups had the same chance, adjusted for the number of comparisons (Holm 1979). Fisher’s exact test, or Cochran-Mantel-Haenszel within requisitions where there are several.',
    ],
    [
      'Verdict',
      'needs at least 30 people and 5 expected selections in a group; evidence at an adjusted p under .05.',
    ],
    [
      'Reference',
      'the group that tests compare the others with: the one with the highest rate, or with the next rate where that group is too small for a test. Impact ratios always divide by the highest rate of a group of at least 2 % of the people, so a smaller group can be above 1.',
    ],
    ['95 % interval of a rate', 'Wilson 1927.'],
    [
      'Odds ratio',
      'odds of being selected in the group divided by the odds in the reference. Within requisitions: Mantel-Haenszel, interval by Robins, Breslow and Greenland.',
    ],
    [
      'Recommender',
      'what orders the candidates for a posting. "hybrid": AutoRefine’s own, by words (lexical, BM25) and by meaning (dense, latent-semantic vectors), fused. "external" and "postgres": the company’s own. "interactions": learned from past applications and hires.',
    ],
    [
      'Match list',
      'the qualified people of a posting in the order of the recommender; those further up count more, and below "top" hardly any more.',
    ],
    [
      'Qualified pool',
      'candidates who meet the explicit requirements of the original posting; fixed before any rewriting, without the recommender’s score.',
    ],
    [
      'Excess gap',
      'how far the list is from the qualified pool beyond what chance alone gives. 0 is as close as chance.',
    ],
    [
      'p beside a match list',
      'probability of a change at least as large if self-reports were dealt to the same people by chance (permutation test, adjusted after Holm).',
    ],
    [
      'Relevance',
      'share of the required skills that the people at the top of the list have, whoever they are.',
    ],
    [
      'Diversity match rate',
      'share of postings whose list is within 5 percentage points of the pool for every group.',
    ],
    [
      'Distances of shares',
      'total variation: share of the list that would have to change; Jensen-Shannon divergence (Lin 1991); Wasserstein: bands a place moves on average, for ages and the like; skew: ln(share of the list / share of the pool), least and greatest group (Geyik et al. 2019).',
    ],
    ['Ratio by person', 'bootstrap that draws people with all their applications (Field and Welsh 2007).'],
    [
      'Suppression',
      'counts under 5 are hidden, and others with them, until every hidden count could take at least 4 values.',
    ],
  ] as const,
} as const;

/** What a report rests on. */
export const againTexts = {
  intro: 'The same data, seed and version give the same report, but for its date.',
  version: 'AutoRefine version',
  seed: 'Seed',
  command: 'Command',
  data: 'Data',
  value: 'Value or content hash',
  matchListOf: (name: string) => `match list: ${name}`,
  matchListBy: (name: string, attribute: string) => `match list by ${attribute}: ${name}`,
  imports: 'Imports',
  kind: 'Kind',
  on: 'On',
  imported: 'Records',
  rejected: 'Rejected lines',
  none: 'Nothing about the data was recorded.',
} as const;
