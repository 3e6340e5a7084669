import type { Guard } from '../rule.ts';

/** A law, a clearance or a government contract asks for citizenship, here or elsewhere in the posting. */
export const citizenshipByLaw: Guard = {
  name: 'citizenship-by-law',
  scope: 'document',
  patterns: [
    '(security|government|secret|dod|doe|ts|top secret|public trust|polygraph) clearance~',
    '(active|current|obtain|maintain|hold) _3 clearance',
    '(itar|ear99|export control~|export-controlled)',
    '(federal|government|dod|defense) (contract~|contractor~|agency|agencies|customer~|client~|employment)',
    '(required|mandated) by (federal|state)? (law|regulation~|statute~|contract)',
    '(ts / sci|public trust|classified information)',
    '(national security|department of (defense|energy)|armed forces|law enforcement)',
  ],
};
