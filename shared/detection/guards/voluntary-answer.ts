import type { Guard } from '../rule.ts';

/** What is asked may stay unanswered, or is asked only to count. */
export const voluntaryAnswer: Guard = {
  name: 'voluntary-answer',
  scope: 'sentence',
  patterns: ['(voluntary|voluntarily|optional|optionally|anonymous|anonymously|monitoring)'],
};
