import type { Guard } from '../rule.ts';

/** Support for every kind of person, without a preference. */
export const welcomeAll: Guard = {
  name: 'welcome-all',
  scope: 'sentence',
  patterns: [
    '(supportive|inclusive|welcoming|safe) _2 environment _4 (community|employees|people)',
    'all (gender identities|sexual orientations|identities|forms|families)',
    '(benefits|policies|partners|spouses)',
  ],
};
