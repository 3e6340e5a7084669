/** Words of the selection tables. */
export const selectionTexts = {
  intro: (from: string, to: string) =>
    `Of everybody who reached "${from}", how many reached "${to}"? The tables have the shape of New York City Local Law 144: each attribute, their crossing, and how many are of unknown category. A category under 2 % of the people may be left out of the impact ratio (6 RCNY 5-301); it is marked * and still shown.`,
  none: 'No outcomes of people with a known group were recorded.',
  columns: {
    group: 'Group',
    n: (from: string) => `People (${from})`,
    selected: (to: string) => `Reached ${to}`,
    rate: 'Rate',
    ratio: 'Impact ratio',
    rateInterval: 'Rate, 95 % interval',
    ratioInterval: 'Impact ratio, 95 % interval',
    p: 'p (Holm)',
    odds: 'Odds ratio within requisitions',
    verdict: 'Verdict',
  },
  caption: (attribute: string, from: string, to: string) => `Selection by ${attribute}, ${from} to ${to}`,
  unknown: (n: string) => `Group not known: ${n}.`,
  total: (n: string, selected: string) => `Everybody: ${n}, of whom ${selected} were selected.`,
  reference: (group: string) => `"${group}" is the reference: tests compare the others with it.`,
  highestIsSmall: (highest: string, comparedWith: string) =>
    `"${highest}" has the highest rate, and impact ratios divide by it; it is too small for a test, so tests compare with "${comparedWith}".`,
  strata:
    'The verdict rests on comparisons within each requisition (Cochran-Mantel-Haenszel), because people who apply for different jobs face different odds. The impact ratio takes everybody together.',
  disagree: (groups: string) =>
    `Caution: for ${groups} everybody together says something else than the comparison within requisitions. The verdict is the one within; the ratio may only reflect who applied where.`,
  heterogeneous: (groups: string) =>
    `For ${groups} the requisitions differ from each other (Breslow-Day p < .05): one common figure does not tell the whole story.`,
  byPerson: (comparedWith: string, ratios: string) =>
    `Some people applied more than once. When whole people are drawn by chance, and not single applications, the ratio to "${comparedWith}" is ${ratios}.`,
  byPersonRatio: (group: string, ratio: string, range: string) =>
    `${ratio} for "${group}" (95 % interval ${range})`,
  byPersonDoubt: (groups: string) =>
    `Caution: for ${groups} the difference may be chance when it is counted by person. Read the evidence above with that in mind.`,
  withheld:
    'This table is not shown: with so few people, any part of it would show what happened to single persons.',
  smallCategory: '* under 2 % of the people',
  hidden: 'Counts under 5, and counts that would reveal them, are not shown (–).',
  chart: (attribute: string) => `Impact ratio by ${attribute} with 95 % interval`,
  chartText: (attribute: string) =>
    `One row a group of ${attribute}: a point for the impact ratio, a line for its 95 % interval, a dashed line at .80 and a solid line at 1.`,
  highestText: 'reference (highest rate)',
  referenceText: 'reference',
  needed: (n: string) => `need about ${n} more`,
  nobody: 'nobody was selected',
  notShown: 'not shown',
} as const;

/** Sentences on one group or one attribute, in reports and in the audit table alike. */
export const sentenceTexts = {
  nobodyKnown: 'Nobody of a known group was assessed.',
  oneGroup: (group: string) => `Only one group is known ("${group}"), so nothing can be compared.`,
  nobodyAssessed: (group: string) => `"${group}": nobody was assessed.`,
  outOf: (selected: string, n: string, rate: string) => `${selected} of ${n} (${rate})`,
  rates: (group: string, mine: string, reference: string, theirs: string) =>
    `"${group}": ${mine} were selected, against ${theirs} of "${reference}".`,
  notEnough: (more: string) =>
    `There is not enough data to say whether that is more than chance${more === '' ? '' : `; about ${more} would be needed`}.`,
  chance: (p: string, power: string) =>
    `A difference of this size may well be chance (${p}). Were the true rate a fifth lower, numbers like these would show it in about ${power} of 100 cases.`,
  evidence: (p: string) =>
    `A difference this large would be rare if both groups had the same chance: evidence of a difference (${p}).`,
  strata: 'strata',
  requisitions: 'requisitions',
  evidenceWithin: (within: string, odds: string, range: string, reference: string, p: string) =>
    `Within ${within} the odds of being selected were ${odds} times those of "${reference}" (95 % interval ${range}): evidence of a difference (${p}).`,
  shortfall: (selections: string) => `That is ${selections} fewer than at the rate of everybody together.`,
  flip: (selections: string) => `The finding would end if ${selections} had gone the other way.`,
  small: (group: string, n: string, reference: string, theirs: string) =>
    `"${group}": fewer than 5 of ${n} were selected, against ${theirs} of "${reference}".`,
  smallEvidence: 'Even at 4 that would be rare if both groups had the same chance: evidence of a difference.',
  notShown: (group: string) => `"${group}": not shown, to protect the people in a small group.`,
  tinyHighest: (highest: string, people: string, comparedWith: string) =>
    `"${highest}" has the highest rate but only ${people}. Impact ratios divide by its rate, as the law says; the tests compare with "${comparedWith}", where there is enough data.`,
  disagree: (groups: string) =>
    `Caution: for ${groups} all rows together say something else than the comparison within strata. The verdict here is the one within strata; the pooled ratio may only reflect who applied where.`,
  rest: (parts: string) => `Otherwise ${parts}.`,
  restNone: (combinations: string) => `no evidence of a difference for ${combinations}`,
  restFew: (combinations: string) => `not enough data for ${combinations}`,
} as const;
