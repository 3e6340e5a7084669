import type { Guard } from '../rule.ts';

/** The school is the employer or the customer, not the applicant's past. */
export const employerIsSchool: Guard = {
  name: 'employer-is-school',
  scope: 'sentence',
  patterns: [
    '(we|our|client|clients|school|university|institution|employer) (is|are|works|working) _6 (school~|university|universities|institution~|college~)',
    '(our|the) (team|founders|people) _1 (comprises|includes|consists|come|comes)',
    '(professor~|academics|faculty|research partner~) (from|at|of)',
    '(on behalf of|for a|for an|join a|join one|one of|work for|working with|partner~ with|located)',
  ],
};
