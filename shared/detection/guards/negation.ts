import type { Guard } from '../rule.ts';

/** The wording is denied: "no degree required", "we are not looking for a ninja". */
export const negation: Guard = {
  name: 'negation',
  scope: 'before',
  within: 4,
  patterns: [
    '(no|not|never|without|nor|neither|cannot)',
    "(don't|doesn't|isn't|aren't|won't|needn't|can't)",
    '(rather|other) than',
    'instead of',
    'in lieu of',
    '(avoid|avoiding|prevent|preventing|combat|combating|eliminate|against)',
  ],
};
