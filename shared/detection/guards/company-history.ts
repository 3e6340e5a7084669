import type { Guard } from '../rule.ts';

/** The years are the company's own: "we bring over 40 years of experience". */
export const companyHistory: Guard = {
  name: 'company-history',
  scope: 'sentence',
  patterns: [
    '(we|company|firm|business|client|organisation|organization|group) _2 (have|has|bring~|was|were|been) (been|over|more|a|an|nearly|almost|established|founded)',
    '(our|their|its|combined|collective) _3 (history|heritage|{number} years|decades)',
    '(for|in business for|over) (over|more than|nearly|almost|the|the last|the past) _2 ({number} years|decades)',
    '(founded|established|since) (in|over|more)? {number}',
    '(years|decades) (in|of) (business|operation|service|history|heritage)',
    '(we|our) (hire|recruit|supervise|support|train) _3 graduate~',
    '(industry leader|company|firm) with (over|more than)? {number}',
    '{number} years ago',
    'founder~',
    '(with|proven|over) _2 (expertise|experience|{number} years of experience) _4 (providing|serving|delivering|our|teams|engineers|clients|globally)',
    'equipped us',
    '(experience|expertise|knowledge) of our (staff|team|people|experts|employees)',
    '(within|in|over|during) the (last|past) {number} years',
    'for {number} years',
    '{number} years of? (combined|collective|joint|shared)',
  ],
};

/** Those who began it, not those who are sought. */
export const foundedBy: Guard = {
  name: 'founded-by',
  scope: 'before',
  within: 3,
  patterns: ['(founded|started|built|created|set up) by'],
};
