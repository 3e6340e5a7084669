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

/** Both sexes are told that they are meant: "open to both men and women". */
export const bothWelcome: Guard = {
  name: 'both-welcome',
  scope: 'sentence',
  patterns: [
    'both (men and women|women and men|males and females)',
    '(men and women|women and men|men or women) _4 (welcome|apply|invited|encouraged|alike|equally)',
    '(welcome~|invite~|encourage~|open to|addressed to) _3 (men and women|women and men|men or women)',
  ],
};
