import type { Guard } from '../rule.ts';

/** A lowest age that a law sets (alcohol, machines, driving, insurance) is no bar to older people. */
export const minimumAge: Guard = {
  name: 'minimum-age',
  scope: 'sentence',
  patterns: [
    '(at least|minimum|over|above) _4 (16|18|19|21|23|25) (years|or|and|due|for|to|$)',
    '(16|18|19|21|23|25) (years|yrs)? (of age|old)? (or|and) (older|over|above)',
    '(over|above) (the age of)? (16|18|19|21|23|25)',
    '(permit|visa|insurance|minors)',
    '{16-25} years of age',
  ],
};

/** What is counted is not years of life: "aged 12 to 18 months". */
export const otherUnit: Guard = {
  name: 'other-unit',
  scope: 'after',
  within: 0,
  patterns: [
    '(months|weeks|days|hours|minutes|percent|euros|dollars|pounds|kilos|kg|metres|meters|miles|km)',
  ],
};
