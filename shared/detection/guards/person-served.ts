import type { Guard } from '../rule.ts';

/** The posting describes one person whom the job cares for; pronouns and age are then that person's. */
export const personServed: Guard = {
  name: 'person-served',
  scope: 'document',
  patterns: [
    '(is|aged) {number} years old and',
    'in (her|his) {number} s',
    '(cerebral palsy|wheelchair user)',
    '(lady|gentleman|man|woman|boy|girl|person) (we|who we|that we) (support|care for|look after)',
    '(he|she) (enjoys|loves|likes) _4 (swimming|music|films|walks|family|games|television|tv)',
  ],
};
