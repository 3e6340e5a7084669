import type { Guard } from '../rule.ts';

/** The posting offers accommodation: what it asks of the body is then said together with how it can be met. */
export const accommodation: Guard = {
  name: 'accommodation',
  scope: 'document',
  patterns: [
    'with or without (a|any)? reasonable? (accommodation~|adjustment~)',
    'reasonable? (accommodation~|adjustment~) _3 (be|is|are|will|can) _2 (made|provided|available|offered)',
    '(provide|make|offer|request|require|need) _3 (accommodation~|adjustment~)',
    'reasonable (accommodation~|adjustment~)',
    '(adjustment~|accommodation~) (to|during|for|in) _3 (application|interview|recruitment|hiring|selection|process)',
  ],
};
