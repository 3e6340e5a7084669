import type { Guard } from '../rule.ts';

/** Another way to the same ability is accepted. */
export const orEquivalent: Guard = {
  name: 'or-equivalent',
  scope: 'sentence',
  patterns: [
    '(or|and / or|equal) _2 (equivalent|equal|comparable|relevant|similar)',
    'equivalent',
    '(or) _3 experience',
    "(not|never|without|isn't) _3 (required|needed|essential|mandatory|necessary|a must)",
    '(may|can|could) (replace|stand in for|make up for|substitute)',
    '(preferred|desirable|an advantage|a plus) ,? (but|though|rather|not)',
  ],
};
