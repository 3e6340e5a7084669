import type { Guard } from '../rule.ts';

/** Experience is offered as another way in, beside a degree. */
export const insteadOfDegree: Guard = {
  name: 'instead-of-degree',
  scope: 'sentence',
  patterns: [
    'in lieu of',
    'may be substituted',
    '(or|and / or) {number} (plus)? years',
    '(degree|diploma|bachelor|master~) _6 or _6 years',
  ],
};

/** The wording is about people who are supervised or taught in the job. */
export const supervision: Guard = {
  name: 'supervision',
  scope: 'before',
  within: 8,
  patterns: [
    '(children|pupils|mentor~|supervise~|train~|onboard~|coach~|teach~|guide~|((you|will) support)|lecture~|recruit~|hires|hiring|hired|(to|you|we|will|and) hire)',
  ],
};

/** Other levels are named beside graduates, or the job is tied to a course of study. */
export const otherLevel: Guard = {
  name: 'other-level',
  scope: 'sentence',
  patterns: [
    '(currently|current) (enrolled|enrollment|enrolment|studying)',
    'enrolled in',
    '(residency|apprenticeship) (program|programme)?',
    '(either|both) _4 graduate~',
    'or (those|people|professionals|candidates|experienced)',
    'and experienced',
    'all levels',
  ],
};

/** What everyone on a list is told: "minorities, women, veterans and all other qualified applicants". */
export const everyone: Guard = {
  name: 'everyone',
  scope: 'sentence',
  patterns: [
    'all (other)? (suitably|qualified|interested)? qualified',
    'everyone',
    '(men and women|women and men|men or women|any gender|all genders|both women and men)',
    '(minority|minorities|women|female~|disabled|veteran~|disability|disabilities|lesbian) (,|/) (and|or|the)? (minority|minorities|women|female~|disabled|veteran~|disability|disabilities|gay)',
    'm / f / (d|v|disability)',
  ],
};

/** The company speaks of itself: "we are relentless". */
export const weAre: Guard = {
  name: 'we-are',
  scope: 'before',
  within: 3,
  patterns: [
    '(we|us|our company|our business|they|it|which) (is|are|has|have|was|were|take|takes)',
    'our',
    'gives us',
    'we must be',
    'remain~',
  ],
};

/** The years are the upper end of a range that starts low: "3 to 10 years". */
export const rangeFromFew: Guard = {
  name: 'range-from-few',
  scope: 'before',
  within: 1,
  patterns: ['{1-9} to?', '{1-9} \\) (to|or) _1 \\('],
};

/** The same where the match begins before the range: "experience of 5 to 10 years". */
export const withinRange: Guard = {
  name: 'within-range',
  scope: 'over',
  patterns: [
    '(experience|career|expertise|tenure|background) _3 {1-9} (to|or)? {10-24} (or more|plus)? years',
  ],
};

/** The level is named, so graduates are not asked for as young people. */
export const levelNamed: Guard = {
  name: 'level-named',
  scope: 'before',
  within: 0,
  patterns: ['entry-level'],
};

/** Beginners are taken too: "will accept new graduates". */
export const alsoAccepted: Guard = {
  name: 'also-accepted',
  scope: 'before',
  within: 1,
  patterns: [
    '(will|may|can|also) (accept|consider|take|train)',
    '(best|top|great) (employer~|place~|company|companies) for',
  ],
};

/** Beginners are welcome beside others, not asked for. */
export const alsoWelcome: Guard = {
  name: 'also-welcome',
  scope: 'after',
  within: 0,
  patterns: ['(are|is)? (also|always)? welcome'],
};
