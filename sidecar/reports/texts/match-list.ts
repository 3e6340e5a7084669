/** Words on who is found: the list of a recommender beside the people who meet the requirements. */
export const matchListTexts = {
  intro:
    'The match list is what a recommender returns for a posting. It is a measuring instrument and not for selecting people. Its shares are compared with the qualified pool: the people who meet the explicit requirements of the posting.',
  none: 'No match list was measured. Measuring is off until the company switches it on.',
  group: 'Group',
  pool: 'Qualified pool',
  before: 'List before rewriting',
  after: 'List after rewriting',
  interval: '95 % interval',
  chart: (attribute: string) => `Share of each group in the qualified pool and in the list, by ${attribute}`,
  chartText: (attribute: string) =>
    `For each group of ${attribute} three marks on one scale: the share of the qualified pool, of the list before and of the list after rewriting.`,
  basis: (recommender: string, postings: string, people: string, depth: number, known: string) =>
    `Recommender: ${recommender}; ${postings}, ${people} of known group, top ${depth}, group known for ${known}.`,
  excess: (before: string, after: string, range: string) =>
    `Excess gap (0 = no more than chance): ${before} before, ${after} after${range}.`,
  distance: (before: string, after: string) => `List against pool: ${before} before, ${after} after.`,
  distances: (totalVariation: string, jensenShannon: string, bands: string, skew: string) =>
    `total variation ${totalVariation}, Jensen-Shannon ${jensenShannon} bits${bands}${skew}`,
  bands: (value: string) => `, Wasserstein ${value} bands`,
  skew: (least: string, greatest: string) => `, skew ${least} to ${greatest}`,
  floor: (nullMean: string) => `A list in pure chance order still shows a gap of ${nullMean} on average.`,
  matchRate: (before: string, after: string, m0: string) =>
    `Diversity match rate: ${before} before, ${after} after; a list without any bias would reach ${m0}.`,
  relevance: (before: string, after: string) =>
    `Relevance (share of required skills among the top of the list): ${before} before, ${after} after.`,
  sentence: {
    closer: (attribute: string, p: string) =>
      `By ${attribute}, the rewritten postings brought the list closer to the people who meet the requirements${p}.`,
    further: (attribute: string, p: string) =>
      `By ${attribute}, the rewritten postings moved the list further from the people who meet the requirements${p}. Do not promote this policy.`,
    'no-measurable-change': (attribute: string, p: string) =>
      `By ${attribute}, rewriting made no measurable difference to the list${p}.`,
    'not-enough-data': (attribute: string) =>
      `By ${attribute}, there is not enough data to say what rewriting does to the list.`,
  },
  learned: {
    caption: 'The recommender that learned from past choices, beside the one it re-ranks',
    columns: {
      recommender: 'Recommender',
      excessGap: 'Excess gap',
      nullMean: 'Gap in chance order',
      matchRate: 'Diversity match rate',
      relevance: 'Relevance',
    },
    note: 'Both lists are of the past postings as they were written. What was learned from past applications and hires repeats what was chosen then: a larger gap in the first line comes from those choices, not from the wording.',
  },
  local: 'This was measured on the recommender named here. A gain on it is not a gain on a job board.',
} as const;
