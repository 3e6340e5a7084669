import type { Guard } from '../rule.ts';

/** Endurance of a machine or a sport. */
export const enduranceTest: Guard = {
  name: 'endurance-test',
  scope: 'sentence',
  patterns: ['(growth|revenue) endurance', 'endurance (test~|race~|sport~|racing|athlete~|rating)'],
};
